import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'

export type NewOrganisation = {
  name?: Record<string, string>
  kind?: string
  country?: string
  region?: string | null
  town?: string | null
  level?: string
  communities?: string[]
  languages?: string[]
  fields?: string[]
}

/** An organisation that belongs nowhere yet and has no people. Returns its id. */
export async function newOrganisation(database: Database, given: NewOrganisation = {}): Promise<string> {
  const id = newId()
  const name = given.name ?? { en: `Organisation ${id.slice(-6)}` }
  await database.owner.query(
    `insert into network.organisations (id, kind, name, country, region, town, level, communities, languages, fields, search_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      given.kind ?? 'association',
      name,
      given.country ?? 'UA',
      given.region ?? null,
      given.town ?? null,
      given.level ?? 'local',
      given.communities ?? [],
      given.languages ?? [],
      given.fields ?? [],
      searchKey([...Object.values(name), given.town ?? ''].join(' ')),
    ],
  )
  return id
}

export type NewMembership = { form?: 'collective' | 'agreement'; since?: string }

/** Makes an organisation a member of an umbrella. Returns the membership's id. */
export async function newMembership(
  database: Database,
  umbrella: string,
  organisation: string,
  given: NewMembership = {},
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
     values ($1, $2, $3, $4, $5, 'founding')`,
    [umbrella, id, given.form ?? 'collective', organisation, given.since ?? '2011-06-21'],
  )
  return id
}

/** A new organisation as a collective member. */
export async function newMember(database: Database, umbrella: string, given: NewOrganisation = {}) {
  const organisation = await newOrganisation(database, given)
  return { organisation, membership: await newMembership(database, umbrella, organisation) }
}

export type NewIndividual = {
  name?: Record<string, string>
  listed?: boolean
  person?: string
  region?: string
}

/** An individual representative from Ukraine. Returns the membership's id. */
export async function newIndividual(
  database: Database,
  umbrella: string,
  given: NewIndividual = {},
): Promise<string> {
  const id = newId()
  const name = given.name ?? { en: 'Somebody' }
  await database.owner.query(
    `insert into network.memberships (umbrella_id, id, form, person_id, since, admitted_under)
     values ($1, $2, 'individual', $3, '2015-03-01', 'founding')`,
    [umbrella, id, given.person ?? null],
  )
  await database.owner.query(
    `insert into network.individuals (umbrella_id, membership_id, name, basis, recognised_by, country, region, listed, search_key)
     values ($1, $2, $3, 'no_formal_organisation', 'the elders', 'UA', $4, $5, $6)`,
    [
      umbrella,
      id,
      name,
      given.region ?? null,
      given.listed ?? false,
      searchKey(Object.values(name).join(' ')),
    ],
  )
  return id
}

/** A confirmed mandate, primary unless said otherwise: the person acts for the member. Returns its id. */
export async function newMandate(
  database: Database,
  umbrella: string,
  membership: string,
  person: string,
  role: 'primary' | 'deputy' = 'primary',
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
       proposed_by, confirmed_by, confirmed_as, confirmed_at)
     values ($1, $2, $3, $4, $5, 'minutes', '2020-01-01', 'confirmed', $4, $4, 'founding', now())`,
    [umbrella, id, membership, person, role],
  )
  return id
}

/** Makes a person a coordinator of an umbrella. */
export async function newCoordinator(database: Database, umbrella: string, person: string): Promise<void> {
  await database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'coordinator')",
    [umbrella, newId(), person],
  )
}
