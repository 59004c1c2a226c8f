import { eq, sql } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { digestOf } from '../disclosure/digest.ts'
import { holdRequest, type ReleaseRequest } from '../queries/releases.ts'
import { releaseRequests } from '../schema/releases.ts'
import { type Planned, plannedUntil } from './ask-for-release.ts'

const refusals = {
  two_monitors: 'monitoring.statistics.ownRequest',
  answered_once: 'monitoring.statistics.answered',
} as const

const answer = (tx: Tx, id: string, status: 'confirmed' | 'closed') =>
  tx
    .update(releaseRequests)
    .set({ status, answeredBy: sql`platform.current_account()`, answeredAt: sql`now()` })
    .where(eq(releaseRequests.id, id))

async function write(
  tx: Tx,
  request: ReleaseRequest,
  plan: Planned,
): Promise<{ id: string; number: number }> {
  const id = newId()
  const [{ number } = { number: 0 }] = await rows<{ number: number }>(
    tx,
    'monitoring.publishRelease',
    `insert into monitoring.releases (id, number, recorded_until, request_id)
     select $1, 1 + coalesce(max(number), 0), $2, $3 from monitoring.releases
     where umbrella_id = platform.current_umbrella() returning number`,
    [id, request.recordedUntil.toString(), request.id],
  )
  await rows(
    tx,
    'monitoring.publishCells',
    `insert into monitoring.release_cells (release_id, standing, dimension, period, code, region, status, value)
     select $1, * from json_to_recordset($2) as c (standing text, dimension text, period text, code text, region text,
       status text, value integer)`,
    [id, JSON.stringify(plan.cells)],
  )
  const mark = `update monitoring.incidents set released_in = $1
    where umbrella_id = platform.current_umbrella() and id = any ($2::uuid[])`
  for await (const portion of plan.which()) await rows(tx, 'monitoring.markReleased', mark, [id, portion])
  return { id, number }
}

/**
 * Publishes what another monitor asked for: the very numbers that they saw, or nothing. Incidents that it counts are
 * counted by no later one.
 */
export async function publishRelease(tx: Tx, requestId: string): Promise<Outcome<{ number: number }>> {
  const request = await holdRequest(tx, requestId)
  if (!request) return refuse('monitoring.statistics.answered')
  const plan = await plannedUntil(tx, request.recordedUntil)
  if (!digestOf(plan.cells).equals(request.digest)) return refuse('monitoring.statistics.numbersChanged')
  return refusingWhenViolated(tx, refusals, async () => {
    await answer(tx, request.id, 'confirmed')
    const { id, number } = await write(tx, request, plan)
    await record(tx, {
      action: 'monitoring.release_published',
      subject: { type: 'release', id },
      visibility: 'public',
      detail: {
        number,
        until: request.recordedUntil.toString(),
        digest: request.digest.toString('hex'),
      },
    })
    return { ok: true, number }
  })
}

/** Answers a request by no, or takes back one's own. */
export async function closeRequest(tx: Tx, requestId: string): Promise<Outcome> {
  const request = await holdRequest(tx, requestId)
  if (!request) return refuse('monitoring.statistics.answered')
  await answer(tx, request.id, 'closed')
  await record(tx, {
    action: 'monitoring.release_not_published',
    subject: { type: 'release_request', id: request.id },
    visibility: 'members',
    detail: { until: request.recordedUntil.toString() },
  })
  return { ok: true }
}
