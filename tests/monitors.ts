import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { newPerson } from './umbrella.ts'

/** Lets a person code incidents of the umbrella. */
export async function makeMonitor(database: Database, umbrella: string, person: string): Promise<void> {
  await database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [umbrella, newId(), person],
  )
}

/** A person who codes incidents of the umbrella. Returns their id. */
export async function newMonitor(database: Database, umbrella: string): Promise<string> {
  const person = await newPerson(database, [umbrella])
  await makeMonitor(database, umbrella, person)
  return person
}
