import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { type Bytes, SealBroken } from './context.ts'
import { makeRecord, type NewRecord, rowFor } from './new-record.ts'
import { readReceipt, receiptKeys } from './receipt.ts'
import type { OpenRecord } from './records.ts'
import { newKeyPair } from './seal.ts'
import { type DataKeySeal, openDataKey, type Recipient, sealDataKey } from './sealed-record.ts'
import { type TeamKind, teamFor, teamKey, umbrellaOf } from './teams.ts'

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

// The policies let who shows a receipt see its record, in this transaction only.
const findAndShow = `
  select set_config('parasol.receipt', encode($1, 'hex'), true), f.record_id as record, f.receipt_id as receipt, f.sealed
  from (values (1)) as one left join vault.find_receipt($1) f on true`

async function find(tx: Tx, lookup: Bytes): Promise<Found | null> {
  type Row = { record: string | null; receipt: string; sealed: Buffer }
  const [found] = await rows<Row>(tx, 'vault.find-receipt', findAndShow, [lookup])
  const { record, receipt, sealed } = found!
  return record === null ? null : { record, seal: { kind: 'receipt', recipient: receipt, sealed } }
}

/**
 * Opens the record of a receipt, however it was typed, for the rest of the transaction. A receipt that is not known costs
 * the same work as one that is, so that the time it takes tells nothing. Throws SealBroken when a known one is damaged.
 */
export async function openByReceipt(tx: Tx, typed: string): Promise<Outcome<{ record: OpenRecord }>> {
  const receipt = readReceipt(typed)
  if (!receipt) return refuse('platform.vault.receiptForm')
  const umbrella = umbrellaOf(tx)
  const { lookup, privateKey } = await receiptKeys(umbrella, receipt)
  const found = await find(tx, lookup)
  const { record, seal } = found ?? (await decoy)
  const opened = await openDataKey({ umbrella, record }, seal, privateKey).catch(error => error as Error)
  if (!found) return refuse('platform.vault.receiptUnknown')
  if (opened instanceof Error)
    throw opened instanceof SealBroken ? opened : new Error('a receipt', { cause: opened })
  return { ok: true, record: { umbrella, record, dataKey: opened } }
}

type BegunRow = {
  record: string | null
  receipt: string
  sealed: Buffer
  team: string | null
  teamKey: string | null
  publicKey: Buffer
}

const begin = `
  select record, receipt, sealed, team, team_key as "teamKey", public_key as "publicKey" from vault.begin_with_receipt($1, $2)`

// The key that the database named, or the first one of a team that has none yet.
async function readersOf(
  tx: Tx,
  kind: TeamKind | undefined,
  { team, teamKey: id, publicKey }: BegunRow,
): Promise<Recipient[] | null> {
  if (!kind) return []
  if (id !== null) return [{ kind: 'team', id, publicKey }]
  const key = await teamKey(tx, team ?? (await teamFor(tx, kind)))
  return key && [{ kind: 'team', ...key }]
}

/**
 * Opens the record of a receipt, or makes it for a team where there is none yet, for the rest of the transaction. Two that do
 * so at once wait for each other. Only for a receipt that `newReceipt` made and nobody typed: this tells by its work whether
 * it was known. Refuses when nobody of the team has a key.
 */
export async function openOrCreate(
  tx: Tx,
  receipt: string,
  { team, ...wanted }: Pick<NewRecord, 'purpose' | 'retainUntil' | 'parts'> & { team?: TeamKind },
): Promise<Outcome<{ record: OpenRecord; isNew: boolean }>> {
  const umbrella = umbrellaOf(tx)
  const keys = await receiptKeys(umbrella, receipt)
  const [begun] = await rows<BegunRow>(tx, 'vault.begin', begin, [keys.lookup, team ?? null])
  const { record, receipt: recipient, sealed } = begun!
  if (record !== null) {
    const place = { umbrella, record }
    const dataKey = await openDataKey(place, { kind: 'receipt', recipient, sealed }, keys.privateKey)
    return { ok: true, isNew: false, record: { ...place, dataKey } }
  }
  const readers = await readersOf(tx, team, begun!)
  if (!readers) return refuse('platform.vault.noTeamKey')
  return { ok: true, isNew: true, record: await makeRecord(tx, wanted, readers, rowFor(keys)) }
}
