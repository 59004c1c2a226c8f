import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { addPart, type OpenRecord, readParts } from '#platform/vault/index.ts'
import { messageText, readMessage } from '../report/message.ts'

// The row and the record that was opened belong together.
async function change(tx: Tx, name: string, set: string, values: unknown[]): Promise<Outcome> {
  const text = `update monitoring.reports set ${set}
    where umbrella_id = platform.current_umbrella() and id = $1 and record_id = $2 returning id`
  const changed = await rows(tx, name, text, values)
  return changed.length > 0 ? { ok: true } : refuse('monitoring.report.gone')
}

/**
 * A monitor answers or asks, in a record that they opened: the message is sealed to receipt and team. Nobody is mailed, for
 * nobody knows where; the reporter finds it by the receipt. A page sent twice answers once.
 */
export async function answerReport(
  tx: Tx,
  open: OpenRecord,
  { report, text, turn = crypto.randomUUID() }: { report: string; text: string; turn?: string },
): Promise<Outcome> {
  const before = await readParts(tx, open, ['message'])
  if (before.map(readMessage).some(message => message.turn === turn)) return { ok: true }
  const marked = await change(tx, 'monitoring.answer-report', 'waiting_since = null', [report, open.record])
  if (marked.ok) await addPart(tx, open, 'message', messageText({ turn, from: 'monitor', text }))
  return marked
}

/** The report tells of this incident. The record need not be open. */
export const joinToIncident = (
  tx: Tx,
  { report, record, incident }: { report: string; record: string; incident: string },
): Promise<Outcome> => change(tx, 'monitoring.join-report', 'incident_id = $3', [report, record, incident])

/** Nothing more is to be done with it: not ours, or withdrawn. The mailbox stays open, and a new message opens it again. */
export const closeReport = (
  tx: Tx,
  { report, record }: { report: string; record: string },
): Promise<Outcome> =>
  change(tx, 'monitoring.close-report', 'closed_on = current_date, waiting_since = null', [report, record])
