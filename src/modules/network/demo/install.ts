import type pg from 'pg'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { demonstrationId } from '#platform/demonstration.ts'
import type { Platform } from '#platform/platform.ts'
import { searchKey } from '#platform/text/index.ts'
import { readCoalition } from './coalition.ts'
import { internationalUnion } from './table-of-international-union.ts'
import { komm } from './table-of-komm.ts'
import { localCooperation } from './table-of-local-cooperation.ts'
import { lublinBialystok } from './table-of-lublin-bialystok.ts'
import { ombudsmanUa } from './table-of-ombudsman-ua.ts'
import type { DemoIndividual, DemoMember, DemoUmbrellaMembers } from './types.ts'

const coalitions = {
  'international-union': internationalUnion,
  'ombudsman-ua': ombudsmanUa,
  'lublin-bialystok': lublinBialystok,
  'local-cooperation': localCooperation,
  komm,
}

// One organisation of the same key in two umbrellas is one row: that is the point of it.
const organisationId = (key: string) => demonstrationId(`organisation ${key}`)

/** The key of a demonstration membership. */
export const demoMembershipId = (slug: string, key: string) => demonstrationId(`membership ${slug} ${key}`)

type Facts = Pick<
  DemoMember,
  'kind' | 'name' | 'communities' | 'languages' | 'fields' | 'level' | 'country' | 'region' | 'town'
>

async function organisation(
  client: pg.PoolClient,
  key: string,
  facts: Facts,
  real: boolean,
): Promise<string> {
  const id = organisationId(key)
  await client.query(
    `insert into network.organisations
       (id, kind, name, communities, languages, fields, level, country, region, town, search_key, demonstration, profile_confirmed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, current_date - 30) on conflict (id) do nothing`,
    [
      id,
      facts.kind,
      facts.name,
      facts.communities,
      facts.languages,
      facts.fields,
      facts.level,
      facts.country,
      facts.region,
      facts.town,
      searchKey(Object.values(facts.name).join(' ')),
      !real,
    ],
  )
  return id
}

async function member(client: pg.PoolClient, slug: string, given: DemoMember): Promise<void> {
  const organisationKey = await organisation(client, given.key, given, given.real)
  for (const [scheme, value] of Object.entries(given.identifiers)) {
    await client.query(
      'insert into network.identifiers (organisation_id, scheme, value) values ($1, $2, $3) on conflict do nothing',
      [organisationKey, scheme, value],
    )
  }
  await client.query(
    `insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
     values ($1, $2, $3, $4, $5, 'founding')`,
    [demoUmbrellaId(slug), demoMembershipId(slug, given.key), given.form, organisationKey, given.since],
  )
}

async function individual(client: pg.PoolClient, slug: string, given: DemoIndividual): Promise<void> {
  const membership = demoMembershipId(slug, given.key)
  const person =
    given.key.includes('-') && slug === 'international-union' ? null : demoPersonId(`${slug}.individual`)
  await client.query(
    `insert into network.memberships (umbrella_id, id, form, person_id, since, admitted_under)
     values ($1, $2, 'individual', $3, $4, 'founding')`,
    [demoUmbrellaId(slug), membership, person, given.since],
  )
  await client.query(
    `insert into network.individuals (umbrella_id, membership_id, name, communities, languages, basis, recognised_by,
       country, region, town, listed, search_key, profile_confirmed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, current_date - 30)`,
    [
      demoUmbrellaId(slug),
      membership,
      given.name,
      given.communities,
      given.languages,
      given.basis,
      given.recognisedBy,
      given.country,
      given.region,
      given.town,
      given.listed,
      searchKey(Object.values(given.name).join(' ')),
    ],
  )
}

async function unions(
  client: pg.PoolClient,
  slug: string,
  { unions: edges, members }: DemoUmbrellaMembers,
): Promise<void> {
  for (const [union, children] of Object.entries(edges)) {
    const parent = members.find(({ key }) => key === union)
    if (!parent) throw new Error(`the demonstration has no union ${union}`)
    for (const [index, name] of children.entries()) {
      const facts: Facts = { ...parent, kind: 'association', level: 'local', name }
      const child = await organisation(client, `${slug} ${union} ${index}`, facts, false)
      await client.query(
        `insert into network.union_edges (union_id, child_id, since, stated_by, confirmed_at) values ($1, $2, $3, $4, now())`,
        [organisationId(union), child, parent.since, demoPersonId(`${slug}.coordinator`)],
      )
    }
  }
}

// Which member each part of the cast acts for. Coordinators act for different members, so that two-person acts work.
const mandates: Record<string, [part: string, member: string, role: 'primary' | 'deputy'][]> = {
  'international-union': [
    ['coordinator', 'georgian-kyiv', 'primary'],
    ['secondCoordinator', 'armenian-kharkiv', 'primary'],
    ['representative', 'union-mykolaiv', 'primary'],
    ['deputy', 'union-mykolaiv', 'deputy'],
    ['partner', 'partner-law', 'primary'],
  ],
  'ombudsman-ua': [
    ['coordinator', 'hr-kyiv', 'primary'],
    ['secondCoordinator', 'hr-south', 'primary'],
    ['representative', 'hr-equality', 'primary'],
    ['partner', 'secretariat', 'primary'],
  ],
  'lublin-bialystok': [
    ['coordinator', 'solidarnosc-globalna', 'primary'],
    ['secondCoordinator', 'bialystok-dialog', 'primary'],
    ['representative', 'lublin-szkola', 'primary'],
    ['partner', 'partner-pt', 'primary'],
  ],
  'local-cooperation': [
    ['coordinator', 'iom-fr', 'primary'],
    ['secondCoordinator', 'iom-pl', 'primary'],
    ['representative', 'group-es-valencia', 'primary'],
  ],
  komm: [
    ['coordinator', 'kalejdoskop', 'primary'],
    ['secondCoordinator', 'zup-przemysl', 'primary'],
    ['representative', 'lemko-legnica', 'primary'],
    ['partner', 'komm-partner-radio', 'primary'],
  ],
}

async function mandate(
  client: pg.PoolClient,
  slug: string,
  part: string,
  key: string,
  role: string,
): Promise<void> {
  const person = demoPersonId(`${slug}.${part}`)
  await client.query(
    `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
       proposed_by, confirmed_by, confirmed_as, confirmed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'confirmed', $4, $4, 'founding', now())`,
    [
      demoUmbrellaId(slug),
      demonstrationId(`mandate ${slug} ${part}`),
      demoMembershipId(slug, key),
      person,
      role,
      'Протокол / protokół / minutes № 1',
      '2024-01-15',
    ],
  )
}

/** Members, unions and mandates of the five umbrellas. */
export async function installMembers(platform: Platform): Promise<void> {
  const client = await platform.database.owner.connect()
  try {
    await client.query('BEGIN')
    for (const [slug, tables] of Object.entries(coalitions)) {
      const coalition = readCoalition(tables)
      for (const given of coalition.members) await member(client, slug, given)
      for (const given of coalition.individuals) await individual(client, slug, given)
      await unions(client, slug, coalition)
      for (const [part, key, role] of mandates[slug] ?? []) await mandate(client, slug, part, key, role)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
