import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

/** Two grades, each asked for by itself: how far the source is to be relied on, and how likely it is what it says. */
export const grades = ['reliability', 'credibility'] as const
export type Grade = (typeof grades)[number]

const change = (
  tx: Tx,
  { incident, source }: { incident: string; source: string },
  set: SQL,
  action: `monitoring.${string}`,
): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const { rowCount } = await tx.execute(sql`
      update monitoring.sources set ${set}
      where umbrella_id = platform.current_umbrella() and id = ${source} and withdrawn_on is null`)
    if (rowCount === 0) return refuse('monitoring.incident.refusal.sourceWithdrawn')
    await note(tx, action, incident)
    return { ok: true }
  })

type Place = { incident: string; source: string }

/** Grades a source, in the name of the account of the transaction. */
export function gradeSource(tx: Tx, place: Place, grade: Grade, code: string): Promise<Outcome> {
  const by = sql`platform.current_account()`
  const set =
    grade === 'reliability'
      ? sql`reliability = ${code}, reliability_by = ${by}`
      : sql`credibility = ${code}, credibility_by = ${by}`
  return change(tx, place, set, 'monitoring.source_graded')
}

/** A source stays to be seen and speaks no longer. Refuses while a level rests on it. */
export const withdrawSource = (tx: Tx, place: Place): Promise<Outcome> =>
  change(tx, place, sql`withdrawn_on = current_date`, 'monitoring.source_withdrawn')

/** Sources that repeat one origin count once. `origin` is a source's origin; the own id makes it independent again. */
export const setOrigin = (tx: Tx, place: Place, origin: string): Promise<Outcome> =>
  change(tx, place, sql`origin_id = ${origin}`, 'monitoring.origin_told')
