import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

const own = (incident: string) => sql`umbrella_id = platform.current_umbrella() and incident_id = ${incident}
  and coder_id = platform.current_account()`

/** Keeps what the asking person chose for an incident so far; `finish` closes it for good. */
export const keepCoding = (tx: Tx, incident: string, codes: ChosenCodes, finish: boolean): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const { rowCount: known } = await tx.execute(sql`select 1 from monitoring.codings where ${own(incident)}`)
    if (known === 0) {
      await tx.execute(sql`
        insert into monitoring.codings (id, incident_id, coder_id, codes)
        values (${newId()}, ${incident}, platform.current_account(), '{}')`)
      await note(tx, 'monitoring.coding_begun', incident)
    }
    const { rowCount } = await tx.execute(sql`
      update monitoring.codings set codes = ${JSON.stringify(codes)}, done_at = ${finish ? sql`now()` : sql`null`}
      where ${own(incident)} and done_at is null`)
    if (rowCount === 0) return refuse('monitoring.coding.refusal.done')
    if (finish) await note(tx, 'monitoring.coding_finished', incident)
    return { ok: true }
  })

/** Gives back a coding that was begun, so that somebody else can code the incident. */
export async function giveBackCoding(tx: Tx, incident: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(
    sql`delete from monitoring.codings where ${own(incident)} and done_at is null`,
  )
  if (rowCount === 0) return refuse('monitoring.coding.refusal.done')
  await note(tx, 'monitoring.coding_given_back', incident)
  return { ok: true }
}
