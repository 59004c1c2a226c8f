import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { Prominence } from '../schema/communications.ts'
import type { Channel } from '../schema/deliveries.ts'
import { takeStep } from './take-step.ts'

/** Gives a draft the number that will be printed on it. A letter that was opened for signing has one. */
export async function reserveNumber(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`
    update authorities.communications set number = authorities.next_number()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft' and number is null`)
}

/** Who may read a letter from now on, and why not everybody. */
export type Readers = { prominence: Prominence; reason: string | null }

/** A letter as it was printed: the words of `seen` and the members that had signed by then. */
export type PrintedLetter = Readers & {
  seen: Pick<CommunicationView, 'id' | 'number' | 'updatedAt' | 'cosigners' | 'title'>
  pdf: Uint8Array
  signatory: string
  channel: Channel
  address: string | null
  onDay: Temporal.PlainDate
}

// Locked so that nobody signs, takes back or sends at the same moment.
async function isAsPrinted(tx: Tx, { seen }: PrintedLetter): Promise<boolean> {
  const { rows } = await tx.execute<{ same: boolean }>(sql`
    select c.status in ('draft', 'signing') and c.updated_at = ${seen.updatedAt}::timestamptz as same
    from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = ${seen.id} for update`)
  if (!rows[0]?.same) return false
  const signed = await tx.execute<{ id: string }>(sql`
    select s.membership_id as id from authorities.cosigners s
    where s.umbrella_id = platform.current_umbrella() and s.communication_id = ${seen.id} order by 1`)
  const printed = seen.cosigners.map(({ membershipId }) => membershipId).sort()
  return JSON.stringify(signed.rows.map(({ id }) => id)) === JSON.stringify(printed)
}

async function keepLetter(tx: Tx, letter: PrintedLetter): Promise<Outcome> {
  const stored = await storeFile(tx, { name: `${letter.seen.number}.pdf`, bytes: letter.pdf })
  if (!stored.ok) return stored
  const sha256 = createHash('sha256').update(letter.pdf).digest()
  await tx.execute(sql`
    update authorities.communications set signatory = ${letter.signatory}, sent_on = ${letter.onDay.toString()},
      sent_at = now(), sent_by = platform.current_account(), letter_id = ${stored.file.id}, letter_sha256 = ${sha256},
      prominence = ${letter.prominence}, prominence_reason = ${letter.reason}, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${letter.seen.id}`)
  return { ok: true }
}

async function handOver(tx: Tx, { seen, channel, address }: PrintedLetter): Promise<void> {
  await tx.execute(sql`
    insert into authorities.deliveries (communication_id, channel, address)
    values (${seen.id}, ${channel}, ${channel === 'mail' ? address : null})`)
  await tx.execute(sql`
    insert into authorities.messages (communication_id, id, direction, channel, subject, written_by)
    values (${seen.id}, ${newId()}, 'out', ${channel}, ${seen.title}, platform.current_account())`)
  if (channel !== 'mail') return
  const { rows } = await tx.execute<{ umbrella: string }>(sql`select platform.current_umbrella() as umbrella`)
  await enqueue(tx, 'authorities.mail-letter', { umbrella: rows[0]!.umbrella, id: seen.id })
}

/**
 * Sends a letter: its bytes are kept and hashed, its words and the draft act in it stay as they are, the body that it is for
 * sees it. Refused when it is not what was printed any more: somebody signed, changed or sent it meanwhile.
 */
export async function sendLetter(tx: Tx, letter: PrintedLetter): Promise<Outcome> {
  if (!(await isAsPrinted(tx, letter))) return refuse('authorities.letter.refusal.changedMeanwhile')
  const kept = await keepLetter(tx, letter)
  if (!kept.ok) return kept
  const { id: communication } = letter.seen
  const step = await takeStep(tx, { communication, kind: 'sent', side: 'sender', onDay: letter.onDay })
  if (!step.ok) return step
  await handOver(tx, letter)
  return { ok: true }
}
