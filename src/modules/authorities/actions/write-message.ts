import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { messageWritten } from '../emails/messages.ts'
import type { Standing } from '../queries/standing.ts'
import { keepDocument } from './record-step.ts'

const refusals = { side_of_message: 'authorities.desk.message.notASide' } as const

/** Writes from one side of a communication to the other. What was written stays. */
export function writeMessage(
  tx: Tx,
  face: Standing,
  message: { subject: string; text: string; file: File | null; fromName: string },
): Promise<Outcome> {
  return refusingWhenViolated(tx, refusals, async () => {
    const id = newId()
    const direction = face.isReadingOfficer ? 'in' : 'out'
    await rows(
      tx,
      'authorities.write-message',
      `insert into authorities.messages (communication_id, id, direction, channel, from_name, subject, text, written_by)
       values ($1, $2, $3, 'platform', $4, $5, $6, platform.current_account())`,
      [face.id, id, direction, message.fromName.slice(0, 200), message.subject, message.text],
    )
    const kept = await keepDocument(tx, message.file, { communication: face.id, message: id })
    if (!kept.ok) return kept
    await record(tx, {
      action: 'authorities.message_written',
      member: face.membership,
      subject: { type: 'communication', id: face.id },
      visibility: 'members',
    })
    await messageWritten(tx, { message: id, communication: face.id, direction })
    return { ok: true }
  })
}
