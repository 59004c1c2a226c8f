import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { IncidentView } from '../queries/incident.ts'
import type { Verification } from '../schema/incidents.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

/** Levels that can be given by hand: that it is a duplicate follows from merging. */
export type GivenLevel = Exclude<Verification, 'VD'>

/**
 * Gives an incident a level. The refusal names in `missing` what the standard still asks for; the database compares once
 * more, for a source may be withdrawn in the same moment.
 */
export async function verifyIncident(
  tx: Tx,
  { id, lacks, original }: Pick<IncidentView, 'id' | 'lacks' | 'original'>,
  level: GivenLevel,
): Promise<Outcome & { missing?: string[] }> {
  if (original !== null) return refuse('monitoring.incident.refusal.isDuplicate')
  const missing = level in lacks ? lacks[level as keyof typeof lacks] : []
  if (missing.length > 0) return { ...refuse('monitoring.incident.refusal.standard', { level }), missing }
  return refusingWhenViolated(tx, incidentRefusals, async () => {
    await tx.execute(sql`
      update monitoring.incidents set verification = ${level}
      where umbrella_id = platform.current_umbrella() and id = ${id}`)
    await note(tx, 'monitoring.incident_verified', id)
    return { ok: true }
  })
}
