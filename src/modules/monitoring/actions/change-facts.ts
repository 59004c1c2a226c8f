import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import type { DatePrecision } from '../schema/incidents.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

/** What is known in the open and is not coded: months as their first days, the region, how urgent it is. */
export type IncidentFacts = {
  region: string | null
  month: string | null
  monthUntil: string | null
  precision: DatePrecision
  priority: string | null
}

/** Corrects when and where it was. Refuses while somebody codes it, and what a level rests on. */
export const changeFacts = (tx: Tx, incident: string, facts: IncidentFacts): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    await tx.execute(sql`
      update monitoring.incidents set region = ${facts.region}, month = ${facts.month}, month_until = ${facts.monthUntil},
        precision = ${facts.precision}, priority = ${facts.priority}
      where umbrella_id = platform.current_umbrella() and id = ${incident}`)
    await note(tx, 'monitoring.facts_changed', incident)
    return { ok: true }
  })
