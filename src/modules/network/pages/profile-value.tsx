import type { Child } from 'hono/jsx'
import type { Localised, MessageKey } from '#platform/i18n/index.ts'
import { Paragraphs, Time, usePage } from '#ui/index.ts'
import type { Facet } from '../forms/directory.ts'
import { schemeWords } from '../identifiers.ts'
import type { ContactEntry, ProposedChanges, ProposedField } from '../organisation-profile.ts'
import { facetLabel } from '../vocabulary/facet-labels.ts'
import { contactWords, visibilityWords } from './member-contacts.tsx'

/** What the fields of a profile are called. */
export const profileWords = {
  name: 'network.organisation.name',
  kind: 'network.directory.facet.kind',
  about: 'network.organisation.about',
  country: 'network.directory.facet.country',
  region: 'network.directory.facet.region',
  town: 'network.organisation.town',
  level: 'network.directory.facet.level',
  communities: 'network.organisation.communities',
  languages: 'network.organisation.languages',
  fields: 'network.organisation.fields',
  foundedOn: 'network.organisation.founded',
  identifiers: 'network.organisation.identifiers',
  contacts: 'network.contact.title',
  website: 'network.contact.website',
  email: 'network.contact.email',
} as const satisfies Record<ProposedField, MessageKey>

const facetOf: Partial<Record<ProposedField, Facet>> = {
  kind: 'kind',
  country: 'country',
  region: 'region',
  level: 'level',
  communities: 'community',
  languages: 'language',
  fields: 'field',
}

const InLanguages = ({ text }: { text: Localised }) => {
  const { i18n } = usePage()
  return (
    <dl class="facts">
      {Object.entries(text).map(([tag, value]) => (
        <div>
          <dt>{i18n.language(tag)}</dt>
          <dd lang={tag}>
            <Paragraphs text={value ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Contacts = ({ contacts }: { contacts: readonly ContactEntry[] }) => {
  const { t } = usePage()
  return (
    <ul>
      {contacts.map(({ kind, value, visibility }) => (
        <li>
          {t(contactWords[kind])}: <bdi>{value}</bdi> ({t(visibilityWords[visibility])})
        </li>
      ))}
    </ul>
  )
}

/** One field of a profile, for comparing: all languages of a text, all codes as words. */
export const ProfileValue = ({ field, of }: { field: ProposedField; of: ProposedChanges }) => {
  const { i18n, t } = usePage()
  const value = of[field]
  if (value === undefined || value === null || value.length === 0)
    return <>{t('network.organisation.nothing')}</>
  return <>{shown()}</>

  function shown(): Child {
    const facet = facetOf[field]
    if (facet)
      return [value]
        .flat()
        .map(code => facetLabel(facet, String(code), i18n))
        .join(', ')
    if (field === 'name' || field === 'about') return <InLanguages text={of[field] ?? {}} />
    if (field === 'contacts') return <Contacts contacts={of.contacts ?? []} />
    if (field === 'foundedOn') return <Time at={String(value)} />
    if (field === 'identifiers') {
      return of.identifiers
        ?.map(({ scheme, value: number }) => `${t(schemeWords[scheme])} ${number}`)
        .join(', ')
    }
    return <bdi>{String(value)}</bdi>
  }
}
