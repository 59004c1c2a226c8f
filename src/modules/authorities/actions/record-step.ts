import { rows, type Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { StepEntry } from '../forms/steps.ts'
import type { Standing } from '../queries/standing.ts'
import type { StepForm } from '../steps/step-forms.ts'
import { takeStep } from './take-step.ts'

/** What is recorded, and after which step the person saw the communication: their answer is to that. */
export type Recorded = { step: StepForm; entry: StepEntry; file: File | null; seen: number }

// Several officers share a desk. The lock lets one come first; the other then sees that something has happened.
async function lastPosition(tx: Tx, communication: string): Promise<number> {
  await rows(
    tx,
    'authorities.lock-communication',
    `select 1 from authorities.communications where umbrella_id = platform.current_umbrella() and id = $1 for update`,
    [communication],
  )
  const [last] = await rows<{ position: number }>(
    tx,
    'authorities.last-position',
    `select coalesce(max(position), 0)::int as position from authorities.steps
     where umbrella_id = platform.current_umbrella() and communication_id = $1`,
    [communication],
  )
  return last!.position
}

/** Encloses a document with a communication: at first its parties alone see it. */
async function enclose(
  tx: Tx,
  enclosed: { communication: string; message?: string; file: string; sha256: string },
): Promise<void> {
  await rows(
    tx,
    'authorities.enclose',
    `insert into authorities.attachments (communication_id, id, message_id, of_step, file_id, sha256)
     values ($1, $2, $3, $3::uuid is null, $4, $5)`,
    [
      ...[enclosed.communication, newId(), enclosed.message ?? null, enclosed.file],
      Buffer.from(enclosed.sha256, 'hex'),
    ],
  )
}

/** Keeps a file that was handed in with a step or a message; null where there is none. */
export async function keepDocument(
  tx: Tx,
  file: File | null,
  about: { communication: string; message?: string },
): Promise<Outcome<{ document: string | null }>> {
  if (!file) return { ok: true, document: null }
  const stored = await storeFile(tx, { name: file.name, bytes: file })
  if (!stored.ok) return stored
  await enclose(tx, { ...about, file: stored.file.id, sha256: stored.file.sha256 })
  return { ok: true, document: stored.file.id }
}

/**
 * Records what one side did, with its document. Several forms of response are several steps with one document. Refused when
 * something else happened since the person looked.
 */
export function recordStep(tx: Tx, face: Standing, recorded: Recorded): Promise<Outcome> {
  return refusingWhenViolated(tx, {}, async () => {
    const { step, entry, file, seen } = recorded
    if ((await lastPosition(tx, face.id)) !== seen)
      return refuse('authorities.step.refusal.somethingHappened')
    const kept = await keepDocument(tx, file, { communication: face.id })
    if (!kept.ok) return kept
    for (const responseForm of entry.forms ?? [undefined]) {
      const outcome = await takeStep(tx, {
        ...{ communication: face.id, kind: step.kind, side: step.side, responseForm },
        ...{ onDay: Temporal.PlainDate.from(entry.onDay), text: entry.text, reference: entry.reference },
        ...{ toBody: entry.body, resolution: step.resolution ?? entry.resolution },
        body: step.side === 'authority' ? face.body : undefined,
        dueOn: entry.dueOn ? Temporal.PlainDate.from(entry.dueOn) : undefined,
        file: kept.document ?? undefined,
      })
      if (!outcome.ok) return outcome
    }
    return { ok: true }
  })
}
