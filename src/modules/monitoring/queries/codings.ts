import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ChosenCodes } from '../schema/codings.ts'

/** One person's coding of an incident. `coder` is null when the person was forgotten. */
export type CodingView = {
  id: string
  codes: ChosenCodes
  blind: boolean
  done: boolean
  mine: boolean
  coder: string | null
}

/** Codings of an incident that the asking person may see, in the order in which they began: the own, or both when done. */
export async function codingsOf(tx: Tx, incident: string): Promise<CodingView[]> {
  const { rows } = await tx.execute<CodingView>(sql`
    select c.id, c.codes, c.blind, c.done_at is not null as done, c.coder_id = platform.current_account() as mine,
      (select p.name from people.people p where p.id = c.coder_id) as coder
    from monitoring.codings c
    where c.umbrella_id = platform.current_umbrella() and c.incident_id = ${incident}
    order by c.started_at, c.id`)
  return rows
}
