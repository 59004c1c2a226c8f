import { rows, type Tx } from '#platform/database/scope.ts'
import { type OpenRecord, openByReceipt, readParts } from '#platform/vault/index.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import { type ReportMessage, readMessage } from '../report/message.ts'

/** What the holder of a receipt finds: the conversation and what they agreed to, never the answers themselves. */
export type Mailbox = {
  report: string
  record: OpenRecord
  receivedOn: string
  consents: ConsentUse[]
  closed: boolean
  files: number
  messages: ReportMessage[]
}

type Row = Pick<Mailbox, 'report' | 'receivedOn' | 'consents' | 'closed' | 'files'>

const reportOf = (tx: Tx, record: string): Promise<Row[]> =>
  rows<Row>(
    tx,
    'monitoring.mailbox',
    `select r.id as report, r.received_on as "receivedOn", r.consents, r.closed_on is not null as closed,
       (select count(*)::int from vault.files f where f.umbrella_id = r.umbrella_id and f.record_id = r.record_id) as files
     from monitoring.reports r where r.umbrella_id = platform.current_umbrella() and r.record_id = $1`,
    [record],
  )

const nowhere = '00000000-0000-4000-8000-000000000000'

/**
 * The mailbox of a receipt, however it was typed; null when there is none. Where there is none the same is asked of the
 * database, so that nobody learns from the work it costs.
 */
export async function openMailbox(tx: Tx, typed: string): Promise<Mailbox | null> {
  const opened = await openByReceipt(tx, typed)
  const record = opened.ok
    ? opened.record
    : { umbrella: nowhere, record: nowhere, dataKey: new Uint8Array(32) }
  const [report] = await reportOf(tx, record.record)
  const messages = await readParts(tx, record, ['message'])
  return opened.ok && report ? { ...report, record, messages: messages.map(readMessage) } : null
}
