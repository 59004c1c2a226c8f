import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { type Bytes, SealBroken } from './context.ts'
import { readReceipt, receiptKeys } from './receipt.ts'
import type { OpenRecord } from './records.ts'
import { newKeyPair } from './seal.ts'
import { type DataKeySeal, openDataKey, sealDataKey } from './sealed-record.ts'
import { umbrellaOf } from './teams.ts'

type Found = { record: string; seal: Omit<DataKeySeal, 'sealed'> & { sealed: Uint8Array } }

const nowhere = '00000000-0000-4000-8000-000000000000'

async function makeDecoy(): Promise<Found> {
  const { publicKey } = await newKeyPair()
  const place = { umbrella: nowhere, record: nowhere }
  return {
    record: nowhere,
    seal: await sealDataKey(place, new Uint8Array(32), { kind: 'receipt', id: nowhere, publicKey }),
  }
}

const decoy = makeDecoy()

async function find(tx: Tx, lookup: Bytes): Promise<Found | undefined> {
  const [found] = await rows<{ record: string; receipt: string; sealed: Buffer }>(
    tx,
    'vault.find-receipt',
    'select record_id as record, receipt_id as receipt, sealed from vault.find_receipt($1)',
    [lookup],
  )
  return (
    found && {
      record: found.record,
      seal: { kind: 'receipt', recipient: found.receipt, sealed: found.sealed },
    }
  )
}

/**
 * Opens the record of a receipt, however it was typed, for the rest of the transaction. A receipt that is not known costs
 * the same work as one that is, so that the time it takes tells nothing. Throws SealBroken when a known one is damaged.
 */
export async function openByReceipt(tx: Tx, typed: string): Promise<Outcome<{ record: OpenRecord }>> {
  const receipt = readReceipt(typed)
  if (!receipt) return refuse('platform.vault.receiptForm')
  const umbrella = await umbrellaOf(tx)
  const { lookup, privateKey } = await receiptKeys(umbrella, receipt)
  const found = await find(tx, lookup)
  const { record, seal } = found ?? (await decoy)
  // The policies let who shows a receipt see its record, in this transaction only.
  await rows(tx, 'vault.show-receipt', `select set_config('parasol.receipt', $1, true)`, [
    Buffer.from(lookup).toString('hex'),
  ])
  const opened = await openDataKey({ umbrella, record }, seal, privateKey).catch(error => error as Error)
  if (!found) return refuse('platform.vault.receiptUnknown')
  if (opened instanceof Error)
    throw opened instanceof SealBroken ? opened : new Error('a receipt', { cause: opened })
  return { ok: true, record: { umbrella, record, dataKey: opened } }
}
