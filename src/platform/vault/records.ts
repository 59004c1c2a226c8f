import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { Bytes } from './context.ts'
import { newReceipt, receiptKeys } from './receipt.ts'
import {
  type DataKeySeal,
  openDataKey,
  openPart,
  type Recipient,
  type RecordPlace,
  sealDataKey,
  sealPart,
  sealRecord,
} from './sealed-record.ts'
import { openGeneration, teamKey, umbrellaOf } from './teams.ts'
import type { Unlocked } from './unlock.ts'

/** A record that is open in this request. Holds its data key: keep it in the request, never write it anywhere. */
export type OpenRecord = RecordPlace & { dataKey: Bytes }

/** A part of a record, in the order in which parts were added. */
export type Part = { id: string; name: string; position: number; addedOn: string; text: string }

/** What a new record is made of. Teams and persons are named by their ids; somebody can open it. */
export type NewRecord = {
  purpose: `${string}.${string}`
  teams?: readonly string[]
  persons?: readonly string[]
  /**
   * Whether somebody outside gets a receipt, by which they find and open it again; or the receipt that `newReceipt` made for
   * it. With a receipt a record needs neither team nor person yet.
   */
  receipt?: boolean | string
  /** The last day on which it is kept. */
  retainUntil?: Temporal.PlainDate
  parts: Readonly<Record<string, string>>
}

async function personKey(tx: Tx, account: string): Promise<Recipient | null> {
  const [found] = await rows<{ id: string; publicKey: Buffer }>(
    tx,
    'vault.person-key',
    `select id, public_key as "publicKey" from vault.keys where account_id = $1
       and effective_at <= clock_timestamp() and (retired_at is null or retired_at > clock_timestamp())`,
    [account],
  )
  return found ? { kind: 'person', ...found } : null
}

/** The keys of these teams and persons; null when one of them has none, or when nobody else could open it either. */
async function recipientsOf(
  tx: Tx,
  { teams = [], persons = [], receipt = false }: Pick<NewRecord, 'teams' | 'persons' | 'receipt'>,
): Promise<Recipient[] | null> {
  const recipients: Recipient[] = []
  // Always in one order: two records for the same two teams must not wait for each other.
  for (const team of [...teams].sort()) {
    const key = await teamKey(tx, team)
    if (!key) return null
    recipients.push({ kind: 'team', ...key })
  }
  for (const person of persons) {
    const key = await personKey(tx, person)
    if (!key) return null
    recipients.push(key)
  }
  return recipients.length > 0 || receipt ? recipients : null
}

const receiptRow = `insert into vault.receipts (id, record_id, lookup, public_key) values ($1, $2, $3, $4)`

async function storeSeal(tx: Tx, record: string, { kind, recipient, sealed }: DataKeySeal): Promise<void> {
  const holder = (wanted: DataKeySeal['kind']) => (kind === wanted ? recipient : null)
  await rows(
    tx,
    'vault.add-record-seal',
    `insert into vault.record_seals (id, record_id, team_key_id, key_id, receipt_id, sealed)
     values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [record, holder('team'), holder('person'), holder('receipt'), sealed],
  )
}

const partRow = 'insert into vault.record_parts (id, record_id, name, sealed) values ($1, $2, $3, $4)'

/** What came of a new record: open in this request, and its receipt where one was wanted. Shown once, kept nowhere. */
export type MadeRecord = { record: OpenRecord; receipt: string | null }

/**
 * Seals and stores a new record, in the transaction's umbrella; anybody may, to persons only who sees their keys. Refuses
 * when a team or person that is to read it has no key. Records no opening: who writes something down knows it.
 */
export async function createRecord(tx: Tx, wanted: NewRecord): Promise<Outcome<MadeRecord>> {
  const recipients = await recipientsOf(tx, wanted)
  if (!recipients) return refuse('platform.vault.noTeamKey')
  const umbrella = await umbrellaOf(tx)
  const receipt = wanted.receipt === true ? newReceipt() : wanted.receipt || null
  const keys = receipt ? { id: crypto.randomUUID(), ...(await receiptKeys(umbrella, receipt)) } : null
  if (keys) recipients.push({ kind: 'receipt', id: keys.id, publicKey: keys.publicKey })
  const { record, dataKey, seals, parts } = await sealRecord(umbrella, recipients, wanted.parts)
  await rows(
    tx,
    'vault.add-record',
    'insert into vault.records (id, purpose, retain_until) values ($1, $2, $3)',
    [record, wanted.purpose, wanted.retainUntil?.toString() ?? null],
  )
  if (keys) await rows(tx, 'vault.add-receipt', receiptRow, [keys.id, record, keys.lookup, keys.publicKey])
  for (const seal of seals) await storeSeal(tx, record, seal)
  for (const { id, name, sealed } of parts)
    await rows(tx, 'vault.add-part', partRow, [id, record, name, sealed])
  return { ok: true, receipt, record: { umbrella, record, dataKey } }
}

type SealRow = { kind: 'team' | 'person'; recipient: string; sealed: Buffer }

/**
 * Opens a record for who has its key, and writes down who, when and why. Null when it is not there for the transaction's
 * account, or is sealed to keys that the person does not have (yet). Throws SealBroken when it is damaged.
 */
export async function openRecord(
  tx: Tx,
  unlocked: Unlocked,
  record: string,
  reason: string,
): Promise<OpenRecord | null> {
  const place = { umbrella: await umbrellaOf(tx), record }
  const seals = await rows<SealRow>(tx, 'vault.open-record', 'select * from vault.open_record($1, $2)', [
    record,
    reason,
  ])
  for (const seal of seals) {
    const dataKey = await openFor(tx, unlocked, place, seal)
    if (dataKey) return { ...place, dataKey }
  }
  return null
}

async function openFor(tx: Tx, unlocked: Unlocked, place: RecordPlace, seal: SealRow): Promise<Bytes | null> {
  if (seal.kind === 'team') {
    const privateKey = await openGeneration(tx, unlocked, seal.recipient)
    return privateKey && openDataKey(place, seal, privateKey)
  }
  if (seal.recipient !== unlocked.key) return null
  return unlocked.withPrivateKey(privateKey => openDataKey(place, seal, privateKey))
}

/** Lets further teams and persons open a record. Refuses when one of them has no key. */
export async function sealRecordTo(
  tx: Tx,
  open: OpenRecord,
  to: Pick<NewRecord, 'teams' | 'persons'>,
): Promise<Outcome> {
  const recipients = await recipientsOf(tx, to)
  if (!recipients) return refuse('platform.vault.noTeamKey')
  for (const recipient of recipients)
    await storeSeal(tx, open.record, await sealDataKey(open, open.dataKey, recipient))
  return { ok: true }
}

/** Adds a part to an open record: an answer, a message. Returns its id. */
export async function addPart(tx: Tx, open: OpenRecord, name: string, text: string): Promise<string> {
  const { id, sealed } = await sealPart(open, open.dataKey, { name, text })
  await rows(tx, 'vault.add-part', partRow, [id, open.record, name, sealed])
  return id
}

/**
 * Adds many parts of one name at once: the rows of a list, of which each can be read without the others. Returns their ids
 * in the order of the texts.
 */
export async function addParts(
  tx: Tx,
  open: OpenRecord,
  name: string,
  texts: readonly string[],
): Promise<string[]> {
  const parts = await Promise.all(texts.map(text => sealPart(open, open.dataKey, { name, text })))
  const ids = parts.map(({ id }) => id)
  await rows(
    tx,
    'vault.add-parts',
    `insert into vault.record_parts (id, record_id, name, sealed)
     select p.id, $1, $2, p.sealed from unnest($3::uuid[], $4::bytea[]) with ordinality as p (id, sealed, place) order by p.place`,
    [open.record, name, ids, parts.map(({ sealed }) => Buffer.from(sealed.buffer))],
  )
  return ids
}

/** One part of an open record; null when it has no such part. Throws SealBroken when it is damaged. */
export async function readPart(tx: Tx, open: OpenRecord, id: string): Promise<string | null> {
  const [stored] = await rows<{ name: string; sealed: Buffer }>(
    tx,
    'vault.part',
    `select name, sealed from vault.record_parts
     where umbrella_id = platform.current_umbrella() and record_id = $1 and id = $2`,
    [open.record, id],
  )
  return stored ? openPart(open, open.dataKey, { id, ...stored }) : null
}

/** The parts of an open record; `names`: only these. Throws SealBroken when one is damaged. */
export async function readParts(tx: Tx, open: OpenRecord, names?: readonly string[]): Promise<Part[]> {
  const stored = await rows<Omit<Part, 'text'> & { sealed: Buffer }>(
    tx,
    'vault.parts',
    `select id, name, position, added_on as "addedOn", sealed from vault.record_parts
     where umbrella_id = platform.current_umbrella() and record_id = $1 and ($2::text[] is null or name = any ($2))
     order by position`,
    [open.record, names ?? null],
  )
  return Promise.all(
    stored.map(async ({ sealed, ...part }) => ({
      ...part,
      text: await openPart(open, open.dataKey, { ...part, sealed }),
    })),
  )
}

/** One look into a record. `account` is null when the person was forgotten. */
export type Opening = { account: string | null; reason: string; openedAt: string }

/** Who opened a record, when and why: for the people of its teams, and of their own openings for everybody. */
export const openingsOf = (tx: Tx, record: string): Promise<Opening[]> =>
  rows(
    tx,
    'vault.openings',
    `select account_id as account, reason, opened_at as "openedAt" from vault.openings
     where umbrella_id = platform.current_umbrella() and record_id = $1 order by opened_at, id`,
    [record],
  )
