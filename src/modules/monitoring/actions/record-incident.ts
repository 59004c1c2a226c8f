import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { newIncidentCode } from '../coding/incident-code.ts'
import { addSource, type NewSource } from './add-source.ts'
import type { IncidentFacts } from './change-facts.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'
import { seal } from './seal.ts'

/** What is known of an incident when it is recorded. `texts` (what happened, the day, the town) are sealed. */
export type NewIncident = IncidentFacts & {
  texts: Record<'summary' | 'day' | 'place', string>
  /** What speaks for it: what a monitor found or was told, or reports by their records. */
  sources: readonly NewSource[]
}

/** Records an incident at V0. Refuses while nobody of the monitors has a key, for nothing could be sealed to them. */
export const recordIncident = (
  tx: Tx,
  { region, month, monthUntil, precision, priority, texts, sources }: NewIncident,
): Promise<Outcome<{ id: string; code: string }>> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const sealed = await seal(tx, 'monitoring.incident', texts)
    if (!sealed.ok) return sealed
    const [id, code] = [crypto.randomUUID(), newIncidentCode()]
    await tx.execute(sql`
      insert into monitoring.incidents (id, code, region, month, month_until, precision, priority, record_id)
      values (${id}, ${code}, ${region}, ${month}, ${monthUntil}, ${precision}, ${priority}, ${sealed.record})`)
    for (const source of sources) {
      const added = await addSource(tx, id, source)
      if (!added.ok) return added
    }
    await note(tx, 'monitoring.incident_recorded', id)
    return { ok: true, id, code }
  })
