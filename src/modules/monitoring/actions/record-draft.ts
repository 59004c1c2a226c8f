import { openFile } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { failureOf } from '#platform/jobs/failure.ts'
import { enqueue, GiveUp, type JobContext, type JobRef } from '#platform/jobs/index.ts'
import { tellMoved } from '#platform/live/live.ts'
import type { Platform } from '#platform/platform.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { wrapped } from '../import/draft-key.ts'
import { fingerprint } from '../import/fingerprint.ts'
import type { DraftOutcome } from '../schema/import-drafts.ts'
import { importChronicle } from './import-chronicle.ts'
import { type Draft, openAsked } from './import-draft.ts'

export const recordingQueue = 'monitoring.record-chronicle'

const mine = 'umbrella_id = platform.current_umbrella() and account_id = platform.current_account()'
const ended = 'state = null, file = null, wrapped_key = null'

/** Asks that a chronicle be recorded as its mapping says: a job does it, in the person's name. */
export async function askRecording(
  tx: Tx,
  platform: Platform,
  { id, key }: Draft,
  { umbrella, total }: { umbrella: string; total: number },
): Promise<Outcome> {
  const asked = await rows(
    tx,
    'monitoring.ask-recording',
    `update monitoring.import_drafts set asked_at = now(), ends_at = now() + interval '24 hours', total = $2, wrapped_key = $3
     where ${mine} and id = $1 and asked_at is null returning id`,
    [id, total, await wrapped(platform, id, key)],
  )
  if (asked.length === 0) return refuse('monitoring.import.run.goesOn')
  await enqueue(tx, recordingQueue, { umbrella, id }, { singletonKey: id })
  return { ok: true }
}

/** Stops the person's recording: nothing of it stays. Refuses when it has ended. */
export async function stopRecording(tx: Tx): Promise<Outcome> {
  const [stopped] = await rows<{ id: string }>(
    tx,
    'monitoring.stop-recording',
    `update monitoring.import_drafts set outcome = 'stopped', ${ended}
     where ${mine} and asked_at is not null and outcome is null returning id`,
  )
  if (!stopped) return refuse('monitoring.import.run.over')
  tellMoved(tx, stopped.id)
  return { ok: true }
}

/** Somebody stopped it, or what the program stands on stops: what was written is undone. */
class Stopped extends Error {}

type End = { outcome: DraftOutcome; reason?: string; import?: string }

async function end(tx: Tx, id: string, { outcome, reason, import: made }: End): Promise<boolean> {
  const done = await rows(
    tx,
    'monitoring.end-recording',
    `update monitoring.import_drafts set outcome = $2, reason = $3, import_id = $4, ${ended}
     where ${mine} and id = $1 and outcome is null returning id`,
    [id, outcome, reason ?? null, made ?? null],
  )
  tellMoved(tx, id)
  return done.length > 0
}

const advance = (tx: Tx, id: string, done: number) =>
  rows(
    tx,
    'monitoring.advance-recording',
    `update monitoring.import_drafts set done = $2 where ${mine} and id = $1 and outcome is null returning id`,
    [id, done],
  )

type Scoped = { umbrella: string | null; account: string }

async function recordAll({ platform, inScope, signal }: JobContext, scope: Scoped, draft: Draft) {
  const { id, name, bytes, map } = draft
  const opened = openFile(bytes, map)
  if (!opened.ok) throw new Error('a chronicle that could be opened cannot be opened any more')
  const print = fingerprint(platform, opened.file)
  const chronicle = { file: opened.file, map, fingerprint: print, by: 'page' } as const
  // Beside the transaction that records, so that others see how far it is, and it sees whether it shall stop.
  const progress = async (done: number) => {
    const goesOn = await inScope(scope, 'write', tx => {
      tellMoved(tx, id)
      return advance(tx, id, done)
    })
    if (goesOn.length === 0 || signal.aborted) throw new Stopped()
  }
  await inScope(scope, 'write', async tx => {
    const made = await importChronicle(tx, { name, bytes }, chronicle, progress)
    const what: End = made.ok
      ? { outcome: 'recorded', import: made.id }
      : { outcome: 'refused', reason: made.reason }
    if (!(await end(tx, id, what))) throw new Stopped()
  })
}

/** Records what somebody asked for, and says how far it is. What fails or is stopped leaves nothing behind. */
export async function recordDraft(context: JobContext, { umbrella, id }: JobRef): Promise<void> {
  const { platform, inScope, signal } = context
  const [drafter] = await inScope({ umbrella, account: null }, 'read', tx =>
    rows<{ account: string | null }>(tx, undefined, 'select monitoring.drafter($1) as account', [id]),
  )
  if (!drafter?.account) return
  const scope = { umbrella, account: drafter.account }
  const draft = await inScope(scope, 'read', tx => openAsked(tx, platform, id))
  if (!draft) return
  try {
    await recordAll(context, scope, draft)
  } catch (error) {
    if (signal.aborted) throw error
    if (error instanceof Stopped) return
    // Its file is gone then: it is brought again, not tried again.
    await inScope(scope, 'write', tx => end(tx, id, { outcome: 'failed' }))
    throw new GiveUp(failureOf(error))
  }
}
