import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

const update = (tx: Tx, set: SQL, which: SQL) =>
  tx.execute(
    sql`update monitoring.incidents set ${set} where umbrella_id = platform.current_umbrella() and ${which}`,
  )

// In one order: two who merge the same pair in opposite directions take turns, and the second is refused.
async function holdBoth(tx: Tx, duplicate: string, original: string) {
  const { rows } = await tx.execute<{ id: string; isDuplicate: boolean }>(sql`
    select id, duplicate_of is not null as "isDuplicate" from monitoring.incidents
    where umbrella_id = platform.current_umbrella() and (id = ${duplicate} or code = ${original}) order by id for update`)
  return { held: rows.find(({ id }) => id === duplicate), other: rows.find(({ id }) => id !== duplicate) }
}

/**
 * Makes an incident a duplicate of the one with the code `original`. Its sources stay where they were given and speak for
 * the original from now on; duplicates of its own go along.
 */
export const mergeIncident = (tx: Tx, duplicate: string, original: string): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const { held, other } = await holdBoth(tx, duplicate, original)
    if (!held || !other) return refuse('monitoring.incident.refusal.originalUnknown')
    if (held.isDuplicate) return refuse('monitoring.incident.refusal.isDuplicate')
    if (other.isDuplicate) return refuse('monitoring.incident.refusal.originalIsDuplicate')
    await update(tx, sql`verification = 'V0'`, sql`id = ${duplicate}`)
    await update(tx, sql`duplicate_of = ${other.id}`, sql`duplicate_of = ${duplicate}`)
    await update(tx, sql`verification = 'VD', duplicate_of = ${other.id}`, sql`id = ${duplicate}`)
    await note(tx, 'monitoring.incident_merged', duplicate)
    return { ok: true }
  })

/** A duplicate becomes an incident of its own again, at V0. Refuses while the original stands because of its sources. */
export const separateIncident = (tx: Tx, duplicate: string): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const { rowCount } = await update(
      tx,
      sql`verification = 'V0', duplicate_of = null`,
      sql`id = ${duplicate} and duplicate_of is not null`,
    )
    if (rowCount === 0) return refuse('monitoring.incident.refusal.noDuplicate')
    await note(tx, 'monitoring.incident_separated', duplicate)
    return { ok: true }
  })
