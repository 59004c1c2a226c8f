import { rows, type Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import { addPart } from '#platform/vault/index.ts'
import type { Mailbox } from '../queries/mailbox.ts'
import { type ConsentUse, consentUses } from '../report/consent-uses.ts'
import { messageText } from '../report/message.ts'
import { sealFile } from './keep-report-file.ts'
import { storeConsent } from './submit-report.ts'

const letKnow = (tx: Tx, { record }: Mailbox) =>
  rows(tx, 'monitoring.reporter-wrote', 'select monitoring.reporter_wrote($1)', [record.record])

/** The reporter writes to the monitors. A page sent twice writes once. */
export async function writeAsReporter(tx: Tx, mailbox: Mailbox, turn: string, text: string): Promise<void> {
  if (mailbox.messages.some(message => message.turn === turn)) return
  await addPart(tx, mailbox.record, 'message', messageText({ turn, from: 'reporter', text }))
  await letKnow(tx, mailbox)
}

/** The reporter adds a file. */
export async function addReporterFile(tx: Tx, mailbox: Mailbox, file: File): Promise<Outcome> {
  const sealed = await sealFile(tx, mailbox.record, file)
  if (sealed.ok) await letKnow(tx, mailbox)
  return sealed
}

/** What the report may be used for from now on: what is new is agreed to, what is missing is taken back. */
export async function changeConsents(
  tx: Tx,
  { report, consents }: Mailbox,
  uses: readonly ConsentUse[],
): Promise<void> {
  for (const use of consentUses) {
    if (uses.includes(use) !== consents.includes(use)) await storeConsent(tx, report, use, uses.includes(use))
  }
}
