import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { agreementAnswered } from '../emails/agreements.ts'
import type { AgreementSide } from '../schema/agreements.ts'
import { closeRenewedAgreements } from './close-agreements.ts'

type Answer = {
  agreement: string
  answer: 'confirmed' | 'refused'
  as: AgreementSide
  /** Why not, or what is to be mended; null when there is nothing to say. */
  word: string | null
}

type Answered = { membership: string; title: Localised; from: string; until: string | null; proposer: string }

/**
 * The other side confirms that this document was signed, or refuses it with a word. Whoever comes second finds it
 * answered.
 */
export async function answerAgreement(tx: Tx, { agreement, answer, as, word }: Answer): Promise<Outcome> {
  const { rows } = await tx.execute<Answered>(sql`
    update network.agreements set status = ${answer}, answered_by = platform.current_account(), answered_as = ${as},
      answered_at = now(), answer_word = ${word}
    where umbrella_id = platform.current_umbrella() and id = ${agreement} and status = 'proposed'
    returning membership_id as membership, title, term_from as from, term_until as until, proposed_by as proposer`)
  const found = rows[0]
  if (!found) return refuse('network.agreement.answeredAlready')
  await record(tx, {
    action: answer === 'confirmed' ? 'network.agreement_confirmed' : 'network.agreement_refused',
    member: found.membership,
    subject: { type: 'agreement', id: agreement },
    visibility: answer === 'confirmed' ? 'public' : 'members',
    detail: { title: found.title as Record<string, string>, from: found.from, until: found.until },
  })
  if (answer === 'confirmed') await closeRenewedAgreements(tx, found.membership)
  await agreementAnswered(tx, { agreement, membership: found.membership, proposer: found.proposer, answer })
  return { ok: true }
}

/** The side that proposed takes it back, for instance to correct it; it stays in the history. */
export async function withdrawAgreement(tx: Tx, agreement: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ membership: string }>(sql`
    update network.agreements set status = 'withdrawn'
    where umbrella_id = platform.current_umbrella() and id = ${agreement} and status = 'proposed'
    returning membership_id as membership`)
  if (!rows[0]) return refuse('network.agreement.answeredAlready')
  await record(tx, {
    action: 'network.agreement_withdrawn',
    member: rows[0].membership,
    subject: { type: 'agreement', id: agreement },
    visibility: 'members',
  })
  return { ok: true }
}
