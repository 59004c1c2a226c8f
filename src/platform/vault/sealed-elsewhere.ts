import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { sealedChunkSize } from './stream.ts'
import { teamKey } from './teams.ts'

// Records that somebody sealed in their browser, in the very format of this folder. Nothing here can be opened here: what is
// inside has to be looked at by who opens it.

/** The receipt of a record as its maker derived it: the receipt itself stays with them. `sealed`: the data key. */
export type SealedReceipt = { id: string; lookup: Uint8Array; publicKey: Uint8Array; sealed: Uint8Array }

export type SealedElsewhere = { record: string; receipt: SealedReceipt }

async function recordOf(tx: Tx, lookup: Uint8Array): Promise<string | undefined> {
  const [found] = await rows<{ record: string }>(
    tx,
    'vault.record-of-receipt',
    'select record_id as record from vault.find_receipt($1)',
    [lookup],
  )
  return found?.record
}

// Whoever knows these 256 bits has the receipt, or made it.
const show = (tx: Tx, lookup: Uint8Array) =>
  rows(tx, 'vault.show-receipt', `select set_config('parasol.receipt', $1, true)`, [
    Buffer.from(lookup).toString('hex'),
  ])

type Wanted = SealedElsewhere & { purpose: `${string}.${string}`; retainUntil: Temporal.PlainDate }

async function insertRecord(tx: Tx, { record, receipt, purpose, retainUntil }: Wanted): Promise<void> {
  await rows(
    tx,
    'vault.add-record',
    'insert into vault.records (id, purpose, retain_until) values ($1, $2, $3)',
    [record, purpose, retainUntil.toString()],
  )
  await rows(
    tx,
    'vault.add-receipt',
    'insert into vault.receipts (id, record_id, lookup, public_key) values ($1, $2, $3, $4)',
    [receipt.id, record, receipt.lookup, receipt.publicKey],
  )
  await rows(
    tx,
    'vault.add-receipt-seal',
    'insert into vault.record_seals (id, record_id, receipt_id, sealed) values (gen_random_uuid(), $1, $2, $3)',
    [record, receipt.id, receipt.sealed],
  )
}

/**
 * A record that was sealed in a browser, made when it is not there yet, and in sight for the rest of the transaction. Refuses
 * when the receipt belongs to another record, or the record is somebody else's.
 */
export async function storeSealedRecord(tx: Tx, wanted: Wanted): Promise<Outcome<{ isNew: boolean }>> {
  const { record, receipt } = wanted
  await show(tx, receipt.lookup)
  const there = await recordOf(tx, receipt.lookup)
  if (there !== undefined)
    return there === record ? { ok: true, isNew: false } : refuse('platform.vault.sealedBadly')
  const taken = {
    records_pkey: 'platform.vault.sealedBadly',
    receipts_pkey: 'platform.vault.sealedBadly',
  } as const
  return refusingWhenViolated(tx, taken, async () => {
    await insertRecord(tx, wanted)
    return { ok: true, isNew: true }
  })
}

/**
 * Gives a team the data key that was sealed for it elsewhere. Refuses when it was sealed to a generation that is not in use
 * any more: then it has to be sealed anew, by who has the data key.
 */
export async function giveToTeam(
  tx: Tx,
  record: string,
  { team, generation, sealed }: { team: string; generation: string; sealed: Uint8Array },
): Promise<Outcome> {
  const current = await teamKey(tx, team)
  if (!current) return refuse('platform.vault.noTeamKey')
  if (current.id !== generation) return refuse('platform.vault.teamKeyChanged')
  await rows(
    tx,
    'vault.add-team-seal',
    'insert into vault.record_seals (id, record_id, team_key_id, sealed) values (gen_random_uuid(), $1, $2, $3)',
    [record, generation, sealed],
  )
  return { ok: true }
}

/** Adds a part that was sealed elsewhere. */
export async function addSealedPart(
  tx: Tx,
  record: string,
  { id, name, sealed }: { id: string; name: string; sealed: Uint8Array },
): Promise<Outcome> {
  return refusingWhenViolated(tx, { record_parts_pkey: 'platform.vault.sealedBadly' }, async () => {
    await rows(
      tx,
      'vault.add-part',
      'insert into vault.record_parts (id, record_id, name, sealed) values ($1, $2, $3, $4)',
      [id, record, name, sealed],
    )
    return { ok: true }
  })
}

const isFileOf = async (tx: Tx, record: string, id: string): Promise<boolean> =>
  (
    await rows(
      tx,
      'vault.file-of-record',
      `select from vault.files where umbrella_id = platform.current_umbrella() and record_id = $1 and id = $2`,
      [record, id],
    )
  ).length > 0

/** Adds what is said about a file; its chunks follow. Handed in twice it is there once. */
export async function addSealedFile(
  tx: Tx,
  record: string,
  { id, sealed }: { id: string; sealed: Uint8Array },
): Promise<Outcome> {
  if (await isFileOf(tx, record, id)) return { ok: true }
  return refusingWhenViolated(tx, { files_pkey: 'platform.vault.sealedBadly' }, async () => {
    await rows(tx, 'vault.add-file', 'insert into vault.files (id, record_id, sealed) values ($1, $2, $3)', [
      id,
      record,
      sealed,
    ])
    return { ok: true }
  })
}

/** Adds chunks of a file, the first of them at `position`. Handed in twice they are there once. */
export async function addSealedChunks(
  tx: Tx,
  record: string,
  { id, position, bytes }: { id: string; position: number; bytes: Uint8Array },
): Promise<Outcome> {
  if (!(await isFileOf(tx, record, id))) return refuse('platform.vault.sealedBadly')
  for (let at = 0; at < bytes.length; at += sealedChunkSize) {
    await rows(
      tx,
      'vault.add-sealed-chunk',
      'insert into vault.file_chunks (file_id, position, bytes) values ($1, $2, $3) on conflict do nothing',
      [id, position + at / sealedChunkSize, bytes.subarray(at, at + sealedChunkSize)],
    )
  }
  return { ok: true }
}

/** The files of a record that have all their chunks, by their ids: how many. Whether they open only who has the key sees. */
export async function wholeFiles(tx: Tx, record: string): Promise<Map<string, number>> {
  const found = await rows<{ id: string; chunks: number }>(
    tx,
    'vault.whole-files',
    `select id, count(*)::int as chunks from (
       select c.file_id as id, c.position, octet_length(c.bytes) as length,
         max(c.position) over (partition by c.file_id) as last
       from vault.files f join vault.file_chunks c on c.umbrella_id = f.umbrella_id and c.file_id = f.id
       where f.umbrella_id = platform.current_umbrella() and f.record_id = $1) c
     group by id having max(last) + 1 = count(*) and bool_and(length = $2 or position = last)`,
    [record, sealedChunkSize],
  )
  return new Map(found.map(({ id, chunks }) => [id, chunks]))
}
