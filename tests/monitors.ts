import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { newPerson } from './umbrella.ts'

/** A person who codes incidents of the umbrella. Returns their id. */
export async function newMonitor(database: Database, umbrella: string): Promise<string> {
  const person = await newPerson(database, [umbrella])
  await database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [umbrella, newId(), person],
  )
  return person
}
