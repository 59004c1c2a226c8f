import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { digestOf } from '../disclosure/digest.ts'
import { dueOn, nextUntil } from '../disclosure/due.ts'
import { type Release, ReleasePlan } from '../disclosure/release.ts'
import { daysOfDelay } from '../disclosure/rules.ts'
import { holdCountable } from '../queries/countable.ts'
import { listReleases } from '../queries/releases.ts'
import { releaseMonthsOf } from '../rules.ts'
import { releaseRequests } from '../schema/releases.ts'

/** A release before it is published: what it says, how many incidents it counts, and which, in portions. */
export type Planned = Release & { counted: number; which: () => AsyncGenerator<string[]> }

/** What a release that counts until a day would publish. Incidents pass by: never are all of them in hand. */
export async function plannedUntil(tx: Tx, until: Temporal.PlainDate): Promise<Planned> {
  const plan = new ReleasePlan(until.add({ days: daysOfDelay }))
  const portions = await holdCountable(tx, until)
  for await (const portion of portions()) for (const incident of portion) plan.add(incident)
  async function* which() {
    for await (const portion of portions()) yield portion.filter(plan.counts).map(({ id }) => id)
  }
  return { ...plan.release(), which }
}

const refusals = { one_open_request: 'monitoring.statistics.alreadyAsked' } as const

/** A monitor asks for a release; it counts until the end of the last month that may be counted. Another one confirms. */
export async function askForRelease(
  tx: Tx,
  { asker, note }: { asker: string; note: Localised },
  today: Temporal.PlainDate,
): Promise<Outcome<{ id: string }>> {
  const [last] = await listReleases(tx)
  const rule = await releaseMonthsOf(tx)
  if (dueOn(last?.recordedUntil ?? null, rule.value, today)) return refuse('monitoring.statistics.notDue')
  const recordedUntil = nextUntil(today)
  const plan = await plannedUntil(tx, recordedUntil)
  if (plan.cells.length === 0) return refuse('monitoring.statistics.tooFew')
  return refusingWhenViolated(tx, refusals, async () => {
    const id = newId()
    await tx.insert(releaseRequests).values({
      id,
      recordedUntil,
      note,
      askedBy: asker,
      digest: digestOf(plan.cells),
    })
    await record(tx, {
      action: 'monitoring.release_asked',
      subject: { type: 'release_request', id },
      visibility: 'members',
      rule: { key: rule.key, version: rule.version },
      detail: { until: recordedUntil.toString() },
    })
    return { ok: true, id }
  })
}
