import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { Bytes } from './context.ts'
import { type Readers, recipientsOf } from './recipients.ts'
import {
  type DataKeySeal,
  openDataKey,
  openPart,
  type RecordPlace,
  sealDataKey,
  sealPart,
} from './sealed-record.ts'
import { openGeneration, umbrellaOf } from './teams.ts'
import type { Unlocked } from './unlock.ts'

/** A record that is open in this request. Holds its data key: keep it in the request, never write it anywhere. */
export type OpenRecord = RecordPlace & { dataKey: Bytes }

/** A part of a record, in the order in which parts were added. */
export type Part = { id: string; name: string; position: number; addedOn: string; text: string }

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
  const place = { umbrella: umbrellaOf(tx), record }
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
export async function sealRecordTo(tx: Tx, open: OpenRecord, to: Readers): Promise<Outcome> {
  const recipients = await recipientsOf(tx, to)
  if (!recipients?.length) return refuse('platform.vault.noTeamKey')
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
