import type pg from 'pg'
import { newId } from '#platform/id.ts'
import { seedMembers } from './seed.ts'

/** An umbrella of the bench: its id and slug, and a member for which `person` acts. */
export type BenchUmbrella = { id: string; slug: string; members: number; membership: string }

async function findOrMake(owner: pg.Pool, slug: string, members: number): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from platform.umbrellas where slug = $1', [
    slug,
  ])
  if (rows[0]) return rows[0].id
  const id = newId()
  await owner.query(
    `insert into platform.umbrellas (id, slug, name, zone, country, demonstration, settled_at)
     values ($1, $2, $3, 'Europe/Kyiv', 'UA', true, now())`,
    [id, slug, { uk: `Коаліція ${members}`, pl: `Koalicja ${members}`, en: `Coalition of ${members}` }],
  )
  await seedMembers(owner, id, members)
  return id
}

/** Finds the umbrella with so many members in the bench's database, or fills one. */
export async function seedUmbrella(owner: pg.Pool, members: number): Promise<BenchUmbrella> {
  const slug = `bench-${members}`
  const id = await findOrMake(owner, slug, members)
  const { rows } = await owner.query<{ id: string }>(
    'select membership_id as id from network.directory where umbrella_id = $1 order by membership_id limit 1',
    [id],
  )
  return { id, slug, members, membership: rows[0]!.id }
}

/** Lets somebody act for a member, so that the pages of the people inside can be measured. */
export async function letAct(
  owner: pg.Pool,
  { id, membership }: BenchUmbrella,
  person: string,
): Promise<void> {
  await owner.query(
    'insert into people.affiliations (umbrella_id, person_id) values ($1, $2) on conflict do nothing',
    [id, person],
  )
  await owner.query(
    `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
       proposed_by, confirmed_by, confirmed_as, confirmed_at)
     select $1, $2, $3, $4, 'primary', 'bench', '2020-01-01', 'confirmed', $4, $4, 'founding', now()
     where not exists (select from network.mandates where umbrella_id = $1 and person_id = $4)`,
    [id, newId(), membership, person],
  )
}
