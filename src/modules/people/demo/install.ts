import type pg from 'pg'
import { demonstrationId } from '#platform/demonstration.ts'
import type { Platform } from '#platform/platform.ts'
import { cast, castAddress, roleOfPart } from './cast.ts'
import { demoUmbrellas } from './umbrellas.ts'

/** The key of a demonstration umbrella, for the rooms that fill it. */
export const demoUmbrellaId = (slug: string): string => demonstrationId(`umbrella ${slug}`)

/** The key of a person of the cast: `international-union.coordinator`. */
export const demoPersonId = (key: string): string => demonstrationId(`person ${key}`)

const foundingRules = { 'admission.objection_days': 14, 'agreement.grace_days': 30 }

async function umbrellas(client: pg.PoolClient): Promise<void> {
  for (const umbrella of demoUmbrellas) {
    const id = demoUmbrellaId(umbrella.slug)
    const { slug, name, about, accent, locales, zone, country, foundedOn, outOfScope } = umbrella
    await client.query(
      `insert into platform.umbrellas
         (id, slug, name, about, accent, locales, zone, country, founded_on, out_of_scope, settled_at, demonstration)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), true)`,
      [id, slug, name, about, accent, locales, zone, country, foundedOn, JSON.stringify(outOfScope)],
    )
    for (const [key, value] of Object.entries(foundingRules)) {
      await client.query(
        `insert into platform.rules (umbrella_id, id, key, version, value, adopted_under) values ($1, $2, $3, 1, $4, 'founding')`,
        [id, demonstrationId(`rule ${slug} ${key}`), key, JSON.stringify(value)],
      )
    }
  }
}

async function people(client: pg.PoolClient): Promise<void> {
  for (const person of cast) {
    const id = demoPersonId(person.key)
    await client.query('insert into people.people (id, name, locale) values ($1, $2, $3)', [
      id,
      person.name,
      person.locale,
    ])
    await client.query(
      'insert into accounts.users (id, email, email_verified, name) values ($1, $2, true, $3)',
      [id, castAddress(person), person.name],
    )
    if (person.part === 'administrator') {
      await client.query('insert into people.administrators (person_id) values ($1)', [id])
    }
    if (person.umbrella === null || person.part === 'applicant') continue
    const umbrella = demoUmbrellaId(person.umbrella)
    await client.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
      umbrella,
      id,
    ])
    const role = roleOfPart[person.part]
    if (role) {
      await client.query(
        'insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, $4)',
        [...[umbrella, demonstrationId(`role ${person.key}`), id, role]],
      )
    }
  }
}

/** Five umbrellas, their rules, and an invented cast with one account per part. */
export async function installDemonstration(platform: Platform): Promise<void> {
  const client = await platform.database.owner.connect()
  try {
    await client.query('BEGIN')
    await umbrellas(client)
    await people(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
