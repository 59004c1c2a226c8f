import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Contact } from '../forms/application.ts'
import { readDirectoryAsk } from '../forms/directory.ts'
import type { Identifier } from '../identifiers.ts'
import { type Asker, directoryPage } from './directory.ts'

/** An organisation that an applicant may mean. Without a name it stands in no public directory. */
export type KnownOrganisation = {
  id: string
  name: Localised | null
  country: string | null
  region: string | null
  town: string | null
  /** Somebody acts for it on this installation. */
  hasPeople: boolean
  /** The asking person does. */
  mine: boolean
  /** The register whose number was typed; null when only the names are alike. */
  scheme: string | null
}

/** Organisations that carry one of these numbers, wherever they belong. */
export async function knownByIdentifiers(
  tx: Tx,
  identifiers: readonly Identifier[],
): Promise<KnownOrganisation[]> {
  if (identifiers.length === 0) return []
  const { rows } = await tx.execute<KnownOrganisation>(sql`
    select k.organisation_id as id, k.name, k.country, k.region, k.town, k.has_people as "hasPeople", k.mine, asked.scheme
    from unnest(${sql.param(identifiers.map(i => i.scheme))}::text[], ${sql.param(identifiers.map(i => i.value))}::text[])
      asked (scheme, value)
    cross join lateral network.find_by_identifier(asked.scheme, asked.value) k`)
  return rows
}

const mostAlike = 3

/** Members of this umbrella in the same country whose name has all the words of one of these names, or words like them. */
export async function knownByName(
  tx: Tx,
  asker: Asker,
  { name, country }: { name: Localised; country: string },
): Promise<KnownOrganisation[]> {
  const alike = new Set<string>()
  for (const text of Object.values(name)) {
    const ask = readDirectoryAsk(new URLSearchParams({ q: text ?? '', country }))
    const { entries } = await directoryPage(tx, asker, ask, mostAlike)
    for (const { organisation } of entries) if (organisation) alike.add(organisation)
  }
  if (alike.size === 0) return []
  const { rows } = await tx.execute<KnownOrganisation>(sql`
    select o.id, o.name, o.country, o.region, o.town, network.has_people(o.id) as "hasPeople",
      network.acts_anywhere_for(o.id) as mine, null as scheme
    from network.organisations o where o.id = any(${sql.param([...alike])}::uuid[]) order by o.id limit ${mostAlike}`)
  return rows
}

/** What an application says of an organisation that is on record: its own people do not type it again. */
export type OrganisationRecord = {
  name: Localised
  about: Record<string, string>
  kind: string
  communities: string[]
  languages: string[]
  fields: string[]
  level: string
  country: string
  region: string | null
  town: string | null
  searchKey: string
  contacts: Contact[]
  identifiers: Identifier[]
}

/** The record of an organisation for which the asking person acts, or null. Contacts for coordinators stay out. */
export async function ownRecord(tx: Tx, organisation: string): Promise<OrganisationRecord | null> {
  const { rows } = await tx.execute<{ value: OrganisationRecord }>(sql`
    select json_build_object('name', o.name, 'about', o.about, 'kind', o.kind, 'communities', o.communities,
      'languages', o.languages, 'fields', o.fields, 'level', o.level, 'country', o.country, 'region', o.region,
      'town', o.town, 'searchKey', o.search_key,
      'contacts', (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value, 'visibility', c.visibility)
          order by c.position), '[]'::json)
        from network.contacts c where c.organisation_id = o.id and c.visibility <> 'coordinators'),
      'identifiers', (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme), '[]'::json)
        from network.identifiers i where i.organisation_id = o.id)) as value
    from network.organisations o where o.id = ${organisation} and network.acts_anywhere_for(o.id)`)
  return rows[0]?.value ?? null
}
