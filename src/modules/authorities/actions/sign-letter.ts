import { sql } from 'drizzle-orm'
import { today } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { letterOpened } from '../emails/letters.ts'
import { gapsOf } from '../gaps.ts'
import type { CommunicationView } from '../queries/communication.ts'
import { signingDaysNow } from '../rules.ts'
import { takeStep } from './take-step.ts'

/** Opens a letter to other members for the period of the coalition's rule. Its words stay as they are from then on. */
export async function openForSigning(
  tx: Tx,
  letter: CommunicationView,
): Promise<Outcome<{ number: number }>> {
  if (gapsOf(letter).length > 0) return refuse('authorities.letter.refusal.incomplete')
  const rule = await signingDaysNow(tx)
  const onDay = await today(tx)
  const until = onDay.add({ days: rule.value })
  await tx.execute(sql`
    update authorities.communications set sign_until = ${until.toString()}, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${letter.id} and status = 'draft'`)
  const step = await takeStep(tx, {
    communication: letter.id,
    kind: 'opened_for_signing',
    side: 'sender',
    onDay,
  })
  if (!step.ok) return step
  const { rows } = await tx.execute<{ number: number }>(sql`
    select number from authorities.communications where umbrella_id = platform.current_umbrella() and id = ${letter.id}`)
  const { number } = rows[0]!
  await letterOpened(tx, { ...letter, number, until: until.toString() })
  return { ok: true, number }
}

const refusals = {
  open_for_signing: 'authorities.letter.refusal.notOpen',
  author_signs_anyway: 'authorities.letter.refusal.authorSigns',
  cosigners_pkey: 'authorities.letter.refusal.signedAlready',
} as const

const aboutSigning = (action: 'signed' | 'unsigned', letter: string, member: string) =>
  ({
    action: `authorities.letter_${action}`,
    member,
    subject: { type: 'communication', id: letter },
    visibility: 'members',
  }) as const

/** Joins a letter in the name of a member. */
export const signLetter = (tx: Tx, letter: string, membership: string): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    await tx.execute(sql`
      insert into authorities.cosigners (communication_id, membership_id, signed_by)
      values (${letter}, ${membership}, platform.current_account())`)
    await record(tx, aboutSigning('signed', letter, membership))
    return { ok: true }
  })

/** Takes a member's signature back, as long as the letter has not left. */
export const unsignLetter = (tx: Tx, letter: string, membership: string): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { rowCount } = await tx.execute(sql`
      delete from authorities.cosigners
      where umbrella_id = platform.current_umbrella() and communication_id = ${letter} and membership_id = ${membership}`)
    if (!rowCount) return refuse('authorities.letter.refusal.notSigned')
    await record(tx, aboutSigning('unsigned', letter, membership))
    return { ok: true }
  })
