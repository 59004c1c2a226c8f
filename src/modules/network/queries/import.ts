import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Identifier, Scheme } from '../identifiers.ts'
import type { Form, MembershipStatus } from '../schema/memberships.ts'

/** Something by which a row of a list names an organisation: an id of ours, or a number in a register. */
export type Claim = { id: string } | { scheme: Scheme; value: string }

/** For each claim the organisation it names today (merged ones lead to what they became), or undefined. */
export async function organisationsNamed(tx: Tx, claims: readonly Claim[]): Promise<(string | undefined)[]> {
  const named = new Array<string | undefined>(claims.length).fill(undefined)
  if (claims.length === 0) return named
  const ids = claims.map(claim => ('id' in claim ? claim.id : null))
  const schemes = claims.map(claim => ('id' in claim ? null : claim.scheme))
  const values = claims.map(claim => ('id' in claim ? null : claim.value))
  const { rows } = await tx.execute<{ place: number; organisation: string }>(sql`
    select place, organisation_id as organisation
    from network.known_organisations(${sql.param(ids)}::uuid[], ${sql.param(schemes)}::text[], ${sql.param(values)}::text[])`)
  for (const { place, organisation } of rows) named[place - 1] = organisation
  return named
}

/** Where and under which names somebody stands in this umbrella: for rows that carry no number. */
export type Placed = {
  id: string
  name: Record<string, string>
  country: string
  region: string | null
  town: string | null
  identifiers: Identifier[]
}

const numbers = sql`(select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme), '[]'::json)
  from network.identifiers i where i.organisation_id = o.id)`

async function values<T>(tx: Tx, query: ReturnType<typeof sql>): Promise<T[]> {
  const { rows } = await tx.execute<{ value: T }>(query)
  return rows.map(row => row.value)
}

export const placedOrganisations = (tx: Tx): Promise<Placed[]> =>
  values<Placed>(
    tx,
    sql`select json_build_object('id', o.id, 'name', o.name, 'country', o.country, 'region', o.region, 'town', o.town,
        'identifiers', ${numbers}) as value
      from network.organisations o
      where o.id in (select s.organisation_id from network.memberships s where s.umbrella_id = platform.current_umbrella())`,
  )

/** What is on record about an organisation, as far as a list can say it. */
export type RecordedOrganisation = Placed & {
  kind: string
  level: string
  communities: string[]
  languages: string[]
  fields: string[]
  website: string | null
  email: string | null
  /** Whether the asking coordinator may change it, or has to propose. */
  alterable: boolean
}

const firstContact = (kind: 'website' | 'email') => sql`(
  select c.value from network.contacts c where c.organisation_id = o.id and c.kind = ${kind} order by c.position, c.id limit 1)`

export const recordedOrganisations = async (
  tx: Tx,
  ids: readonly string[],
): Promise<RecordedOrganisation[]> =>
  ids.length === 0
    ? []
    : values<RecordedOrganisation>(
        tx,
        sql`select json_build_object('id', o.id, 'name', o.name, 'country', o.country, 'region', o.region, 'town', o.town,
        'identifiers', ${numbers}, 'kind', o.kind, 'level', o.level, 'communities', o.communities, 'languages', o.languages,
        'fields', o.fields, 'website', ${firstContact('website')}, 'email', ${firstContact('email')},
        'alterable', network.may_alter_organisation(o.id)) as value
      from network.organisations o where o.id = any (${sql.param(ids)}::uuid[])`,
      )

/** An individual representative as a list can describe one. `own`: has an account and keeps the profile alone. */
export type RecordedIndividual = Placed & {
  communities: string[]
  languages: string[]
  fields: string[]
  basis: string
  recognisedBy: string
  own: boolean
}

export const recordedIndividuals = (tx: Tx): Promise<RecordedIndividual[]> =>
  values<RecordedIndividual>(
    tx,
    sql`select json_build_object('id', p.membership_id, 'name', p.name, 'country', p.country, 'region', p.region, 'town', p.town,
        'identifiers', '[]'::json, 'communities', p.communities, 'languages', p.languages, 'fields', p.fields, 'basis', p.basis,
        'recognisedBy', p.recognised_by, 'own', s.person_id is not null) as value
      from network.individuals p
      join network.memberships s on s.umbrella_id = p.umbrella_id and s.id = p.membership_id
      where p.umbrella_id = platform.current_umbrella()`,
  )

export type RecordedMembership = {
  id: string
  organisation: string | null
  form: Form
  since: string
  until: string | null
  status: MembershipStatus
}

/**
 * Today in the umbrella and its country, which is what a list leaves unsaid, and all its memberships. Those that a merge
 * closed on their first day are history without a day, and left out.
 */
export async function importGround(
  tx: Tx,
): Promise<{ today: string; country: string | null; memberships: RecordedMembership[] }> {
  const [ground] = await values<Awaited<ReturnType<typeof importGround>>>(
    tx,
    sql`select json_build_object('today', network.today(), 'country', u.country, 'memberships', (
        select coalesce(json_agg(json_build_object('id', s.id, 'organisation', s.organisation_id, 'form', s.form,
          'since', s.since, 'until', s.until, 'status', s.status)), '[]'::json)
        from network.memberships s where s.umbrella_id = u.id and s.until is distinct from s.since)) as value
      from platform.umbrellas u where u.id = platform.current_umbrella()`,
  )
  return ground!
}
