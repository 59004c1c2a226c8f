import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'
import { seal } from './seal.ts'

/** What an authority did or did not do. `words` (a register number, an official's words) are sealed. */
export type NewResponse = {
  response: string
  month: string
  action: string | null
  law: string | null
  words: string
}

/** Records what an authority did; it happens often, and each time is recorded. */
export const addResponse = (tx: Tx, incident: string, given: NewResponse): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const sealed = await seal(tx, 'monitoring.response', { words: given.words })
    if (!sealed.ok) return sealed
    await tx.execute(sql`
      insert into monitoring.authority_responses (id, incident_id, response, month, action, law, record_id, added_by)
      values (${crypto.randomUUID()}, ${incident}, ${given.response}, ${given.month}, ${given.action}, ${given.law},
        ${sealed.record}, platform.current_account())`)
    await note(tx, 'monitoring.response_recorded', incident)
    return { ok: true }
  })

/** Recorded by mistake: it stays readable and counts no more. */
export async function strikeResponse(tx: Tx, incident: string, response: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update monitoring.authority_responses set struck_at = now()
    where umbrella_id = platform.current_umbrella() and incident_id = ${incident} and id = ${response} and struck_at is null`)
  if (rowCount === 0) return refuse('monitoring.incident.refusal.responseStruck')
  await note(tx, 'monitoring.response_struck', incident)
  return { ok: true }
}
