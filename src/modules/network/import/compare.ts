import type { ProposedChanges } from '../organisation-profile.ts'
import type { RecordedIndividual, RecordedOrganisation } from '../queries/import.ts'
import type { MemberRow } from './member-row.ts'

/** What would change in an organisation: only what differs. `name` is whole; an empty region falls with its country. */
export type OrganisationChanges = Omit<ProposedChanges, 'about' | 'foundedOn' | 'contacts'>

export type IndividualChanges = Omit<
  OrganisationChanges,
  'kind' | 'level' | 'identifiers' | 'website' | 'email'
> & {
  basis?: string
  recognisedBy?: string
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('\n') === [...b].sort().join('\n')

type Common = Pick<
  RecordedOrganisation,
  'name' | 'country' | 'region' | 'town' | 'communities' | 'languages' | 'fields'
>

const different = <T>(said: T | undefined, recorded: T) => said !== undefined && said !== recorded

function compareCommon(recorded: Common, row: MemberRow): IndividualChanges {
  const changes: IndividualChanges = {}
  if (Object.entries(row.name).some(([tag, text]) => recorded.name[tag] !== text)) {
    changes.name = { ...recorded.name, ...row.name }
  }
  if (different(row.country, recorded.country)) changes.country = row.country
  if (different(row.region, recorded.region)) changes.region = row.region
  // A region of another country would be refused, and is not where it is any more.
  else if (changes.country && recorded.region) changes.region = null
  if (different(row.town, recorded.town)) changes.town = row.town
  for (const list of ['communities', 'languages', 'fields'] as const) {
    if (row[list] && !sameList(row[list], recorded[list])) changes[list] = row[list]
  }
  return changes
}

/** What a row says that the records do not. An empty cell says nothing, so nothing is ever emptied. */
export function compareOrganisation(recorded: RecordedOrganisation, row: MemberRow): OrganisationChanges {
  const changes: OrganisationChanges = compareCommon(recorded, row)
  if (different(row.kind, recorded.kind)) changes.kind = row.kind
  if (different(row.level, recorded.level)) changes.level = row.level
  if (different(row.website, recorded.website)) changes.website = row.website
  if (different(row.email, recorded.email)) changes.email = row.email
  const numbers = row.identifiers.filter(
    ({ scheme, value }) =>
      !recorded.identifiers.some(known => known.scheme === scheme && known.value === value),
  )
  if (numbers.length > 0) changes.identifiers = numbers
  return changes
}

export function compareIndividual(recorded: RecordedIndividual, row: MemberRow): IndividualChanges {
  const changes = compareCommon(recorded, row)
  if (different(row.basis, recorded.basis)) changes.basis = row.basis
  if (different(row.recognisedBy, recorded.recognisedBy)) changes.recognisedBy = row.recognisedBy
  return changes
}

export const isEmpty = (changes: object) => Object.keys(changes).length === 0
