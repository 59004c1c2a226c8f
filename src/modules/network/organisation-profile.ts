import type { Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import type { Identifier } from './identifiers.ts'
import type { ContactKind, Visibility } from './schema/organisations.ts'

export type ContactEntry = { kind: ContactKind; value: string; visibility: Visibility }

/** All that an organisation says of itself. Days are ISO text. */
export type OrganisationProfile = {
  name: Localised
  kind: string
  about: Localised
  communities: string[]
  languages: string[]
  fields: string[]
  level: string
  country: string
  region: string | null
  town: string | null
  foundedOn: string | null
  identifiers: Identifier[]
  contacts: ContactEntry[]
}

export const profileFields = [
  'name',
  'kind',
  'about',
  'country',
  'region',
  'town',
  'level',
  'communities',
  'languages',
  'fields',
  'foundedOn',
  'identifiers',
  'contacts',
] as const satisfies readonly (keyof OrganisationProfile)[]
export type ProfileField = (typeof profileFields)[number]

/**
 * What somebody else would change in an organisation that has its own people; only what differs. `identifiers` are those
 * to add or replace. `website` and `email` come from a list and mean the first contact of that kind.
 */
export type ProposedChanges = Partial<OrganisationProfile> & { website?: string; email?: string }
export type ProposedField = ProfileField | 'website' | 'email'

export const proposedFields: readonly ProposedField[] = [...profileFields, 'website', 'email']

/** How an organisation is found: by its names in all languages and by its town. */
export const organisationKey = ({ name, town }: Pick<OrganisationProfile, 'name' | 'town'>): string =>
  searchKey([...Object.values(name), town ?? ''].join(' '))

// Lists are sets here, and the order of languages in a text says nothing.
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => JSON.stringify(normal(item))).sort()
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(normal(a)) === JSON.stringify(normal(b))

/** The fields in which two profiles differ. Contacts count in their order, because the first one is used first. */
export const changedFields = (
  before: Partial<OrganisationProfile>,
  after: Partial<OrganisationProfile>,
): ProfileField[] =>
  profileFields.filter(field =>
    field === 'contacts'
      ? JSON.stringify(before.contacts ?? []) !== JSON.stringify(after.contacts ?? [])
      : !isSame(before[field], after[field]),
  )

/** What turns one profile into another, as it is proposed. Register numbers can be added or corrected, not taken away. */
export function changesBetween(before: OrganisationProfile, after: OrganisationProfile): ProposedChanges {
  const fields = changedFields(before, after)
  const changes: ProposedChanges = Object.fromEntries(fields.map(field => [field, after[field]]))
  if (changes.identifiers) {
    changes.identifiers = after.identifiers.filter(
      ({ scheme, value }) =>
        !before.identifiers.some(known => known.scheme === scheme && known.value === value),
    )
    if (changes.identifiers.length === 0) delete changes.identifiers
  }
  return changes
}

function withContact(
  contacts: readonly ContactEntry[],
  kind: 'website' | 'email',
  value: string,
): ContactEntry[] {
  const first = contacts.findIndex(contact => contact.kind === kind)
  if (first >= 0) return contacts.map((contact, index) => (index === first ? { ...contact, value } : contact))
  return [...contacts, { kind, value, visibility: kind === 'website' ? 'public' : 'members' }]
}

/** The profile as it would be with these fields of the changes accepted. */
export function applyChanges(
  profile: OrganisationProfile,
  changes: ProposedChanges,
  accepted: readonly ProposedField[],
): OrganisationProfile {
  const { website, email, identifiers, ...plain } = Object.fromEntries(
    Object.entries(changes).filter(([field]) => accepted.some(name => name === field)),
  ) as ProposedChanges
  const next = { ...profile, ...plain }
  if (identifiers) {
    const kept = profile.identifiers.filter(
      ({ scheme }) => !identifiers.some(given => given.scheme === scheme),
    )
    next.identifiers = [...kept, ...identifiers]
  }
  if (website) next.contacts = withContact(next.contacts, 'website', website)
  if (email) next.contacts = withContact(next.contacts, 'email', email)
  // A region of the country that was left would be refused.
  if (next.region && !next.region.startsWith(`${next.country}-`)) next.region = null
  return next
}
