import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'

export type NewUmbrella = { name?: Record<string, string>; zone?: string; demonstration?: boolean }

/** An umbrella that nobody belongs to yet. Returns its id. */
export async function newUmbrella(database: Database, given: NewUmbrella = {}): Promise<string> {
  const id = newId()
  await database.owner.query(
    'insert into platform.umbrellas (id, slug, name, zone, demonstration, settled_at) values ($1, $2, $3, $4, $5, now())',
    [
      id,
      `u-${id}`,
      given.name ?? { en: 'An umbrella' },
      given.zone ?? 'Europe/Kyiv',
      given.demonstration ?? false,
    ],
  )
  return id
}

export type NewPerson = { name?: string; locale?: string; digest?: 'each' | 'daily' | 'weekly' | 'none' }

/** A person who belongs to these umbrellas, without any role. Returns their id. */
export async function newPerson(
  database: Database,
  umbrellas: string[],
  given: NewPerson = {},
): Promise<string> {
  const id = newId()
  await database.owner.query('insert into people.people (id, name, locale, digest) values ($1, $2, $3, $4)', [
    id,
    given.name ?? 'Somebody',
    given.locale ?? 'uk',
    given.digest ?? 'daily',
  ])
  for (const umbrella of umbrellas) {
    await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
      umbrella,
      id,
    ])
  }
  return id
}
