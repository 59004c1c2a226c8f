import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { newReceipt, type ReceiptKeys, receiptKeys } from './receipt.ts'
import { type Readers, recipientsOf } from './recipients.ts'
import type { OpenRecord } from './records.ts'
import { type DataKeySeal, type NewSealedRecord, type Recipient, sealRecord } from './sealed-record.ts'
import { umbrellaOf } from './teams.ts'

/** What a new record is made of. */
export type NewRecord = Readers & {
  purpose: `${string}.${string}`
  /** Whether somebody outside gets a receipt, by which they find and open it again. Then it needs neither team nor person yet. */
  receipt?: boolean
  /** The last day on which it is kept. */
  retainUntil?: Temporal.PlainDate
  parts: Readonly<Record<string, string>>
}

/** What came of a new record: open in this request, and its receipt where one was wanted. Shown once, kept nowhere. */
export type MadeRecord = { record: OpenRecord; receipt: string | null }

/** The keys of a receipt that is in hand, and the id of its row. */
export type NewReceipt = Pick<ReceiptKeys, 'lookup' | 'publicKey'> & { id: string }

const bytes = (sealed: readonly { sealed: Uint8Array<ArrayBuffer> }[]) =>
  sealed.map(one => Buffer.from(one.sealed.buffer))

async function store(
  tx: Tx,
  { purpose, retainUntil }: Pick<NewRecord, 'purpose' | 'retainUntil'>,
  receipt: NewReceipt | null,
  { record, seals, parts }: NewSealedRecord,
): Promise<void> {
  const holders = (kind: DataKeySeal['kind']) =>
    seals.map(seal => (seal.kind === kind ? seal.recipient : null))
  const given = Array.from({ length: 13 }, (_, index) => `$${index + 1}`)
  await rows(tx, 'vault.store-record', `select vault.store_record(${given})`, [
    ...[record, purpose, retainUntil?.toString() ?? null],
    ...[receipt?.id ?? null, receipt?.lookup ?? null, receipt?.publicKey ?? null],
    ...[holders('team'), holders('person'), holders('receipt'), bytes(seals)],
    ...[parts.map(({ id }) => id), parts.map(({ name }) => name), bytes(parts)],
  ])
}

/** Seals and stores a record for keys that are known. */
export async function makeRecord(
  tx: Tx,
  wanted: Pick<NewRecord, 'purpose' | 'retainUntil' | 'parts'>,
  readers: readonly Recipient[],
  receipt: NewReceipt | null,
): Promise<OpenRecord> {
  const umbrella = umbrellaOf(tx)
  const holder: Recipient[] = receipt
    ? [{ kind: 'receipt', id: receipt.id, publicKey: receipt.publicKey }]
    : []
  const sealed = await sealRecord(umbrella, [...readers, ...holder], wanted.parts)
  await store(tx, wanted, receipt, sealed)
  return { umbrella, record: sealed.record, dataKey: sealed.dataKey }
}

/** The row of a receipt that does not have one yet. */
export const rowFor = ({ lookup, publicKey }: ReceiptKeys): NewReceipt => ({
  id: crypto.randomUUID(),
  lookup,
  publicKey,
})

/**
 * Seals and stores a new record, in the transaction's umbrella; anybody may, to persons only who sees their keys. Refuses
 * when a team or person that is to read it has no key, or nobody is. Records no opening: who writes something down knows it.
 */
export async function createRecord(tx: Tx, wanted: NewRecord): Promise<Outcome<MadeRecord>> {
  const readers = await recipientsOf(tx, wanted)
  if (!readers || (readers.length === 0 && !wanted.receipt)) return refuse('platform.vault.noTeamKey')
  const receipt = wanted.receipt ? newReceipt() : null
  const keys = receipt === null ? null : rowFor(await receiptKeys(umbrellaOf(tx), receipt))
  return { ok: true, receipt, record: await makeRecord(tx, wanted, readers, keys) }
}
