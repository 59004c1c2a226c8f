import { fileTypeFromBuffer } from 'file-type'
import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { addFile, filesOf, type OpenRecord, openByReceipt, openOrCreate } from '#platform/vault/index.ts'
import type { KeptFile } from '../report/kept-report.ts'

/** A telephone's photo has 3 to 8 MB, a minute of its video 60. */
export const largestReportFile = 20
export const mostReportFiles = 10

const nameOf = ({ name }: File) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '')
    .slice(-120)
    .trim() || 'file'

/** Seals a file into an open record, as it is: the original is the evidence. */
export async function sealFile(tx: Tx, record: OpenRecord, file: File): Promise<Outcome<{ file: KeptFile }>> {
  if (file.size > largestReportFile * 1024 * 1024) {
    return refuse('platform.vault.fileTooLarge', { megabytes: largestReportFile })
  }
  if ((await filesOf(tx, record)).length >= mostReportFiles) {
    return refuse('monitoring.report.files.tooMany', { most: mostReportFiles })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream'
  const name = nameOf(file)
  const added = await addFile(tx, record, { name, mediaType, content: [bytes] })
  return added.ok ? { ok: true, file: { id: added.id, name } } : added
}

// Sealed to the receipt alone: the monitors see it only when the report is submitted.
async function draftOf(tx: Tx, receipt: string): Promise<Outcome<{ record: OpenRecord }>> {
  const opened = await openOrCreate(tx, receipt, {
    purpose: 'monitoring.report',
    retainUntil: Temporal.Now.plainDateISO('UTC').add({ days: 2 }),
    parts: {},
  })
  if (opened.ok && opened.isNew) {
    await rows(tx, 'monitoring.add-draft', 'insert into monitoring.report_drafts (record_id) values ($1)', [
      opened.record.record,
    ])
  }
  return opened
}

/** Keeps a file for a report that is being written; a day later it is gone unless the report was submitted. */
export async function keepReportFile(
  tx: Tx,
  receipt: string,
  file: File,
): Promise<Outcome<{ file: KeptFile }>> {
  const draft = await draftOf(tx, receipt)
  return draft.ok ? sealFile(tx, draft.record, file) : draft
}

/** Deletes a file of a report that is being written. */
export async function dropReportFile(tx: Tx, receipt: string, file: string): Promise<void> {
  const draft = await openByReceipt(tx, receipt)
  if (draft.ok) await rows(tx, 'monitoring.drop-draft-file', 'select monitoring.drop_draft_file($1)', [file])
}
