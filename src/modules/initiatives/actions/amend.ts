import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { amendmentAnswered, amendmentProposed } from '../emails/amendments.ts'
import { differences, inLanguage, movedParts } from '../initiative-text.ts'
import { holdAmendment } from '../queries/amendments.ts'
import { holdInitiative } from '../queries/initiative.ts'
import type { PartTexts } from '../schema/discussion.ts'
import { beginNewRound } from './begin-new-round.ts'
import { changeAuthoritative } from './revise-initiative.ts'

export type NewAmendment = {
  initiative: string
  membership: string
  base: number
  texts: PartTexts
  reasons: string
}

/** A member or partner proposes other words for the authoritative text. */
export async function proposeAmendment(
  tx: Tx,
  given: NewAmendment,
): Promise<Outcome<{ id: string; number: number }>> {
  const held = await holdInitiative(tx, given.initiative)
  if (!held || (held.status !== 'discussion' && held.status !== 'decision')) {
    return refuse('initiatives.initiative.textFinal')
  }
  if (held.version !== given.base) return refuse('initiatives.initiative.changedMeanwhile')
  const { before, after } = differences(inLanguage(held, held.authoritative), given.texts)
  if (Object.keys(after).length === 0) return refuse('initiatives.initiative.nothingChanged')
  const id = newId()
  const { rows } = await tx.execute<{ number: number }>(sql`
    insert into initiatives.amendments (umbrella_id, id, initiative_id, number, membership_id, person_id, base_version, round,
      locale, before, after, reasons)
    select platform.current_umbrella(), ${id}, ${held.id}, coalesce(max(a.number), 0) + 1, ${given.membership},
      platform.current_account(), ${held.version}, ${held.round}, ${held.authoritative}, ${JSON.stringify(before)}::jsonb,
      ${JSON.stringify(after)}::jsonb, ${given.reasons}
    from initiatives.amendments a where a.umbrella_id = platform.current_umbrella() and a.initiative_id = ${held.id}
    returning number`)
  const { number } = rows[0]!
  await record(tx, {
    action: 'initiatives.amendment_proposed',
    member: given.membership,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { amendment: id, number },
  })
  const about = { amendment: id, initiative: held.number!, number }
  await amendmentProposed(tx, { ...about, to: held.membershipId, by: given.membership })
  return { ok: true, id, number }
}

export type AmendmentAnswer = {
  initiative: string
  id: string
  accepted: boolean
  answer: string
  locale: string
}

async function settle(tx: Tx, given: AmendmentAnswer, made: number | null): Promise<void> {
  await tx.execute(sql`
    update initiatives.amendments set status = ${given.accepted ? 'accepted' : 'refused'}, answer = ${given.answer},
      answer_locale = ${given.locale}, answered_at = now(), made_version = ${made}
    where umbrella_id = platform.current_umbrella() and id = ${given.id}`)
}

/**
 * The initiator accepts or refuses, with reasons. Accepting changes the text; while the members decide, that voids the
 * ballots and begins a new round.
 */
export async function answerAmendment(tx: Tx, given: AmendmentAnswer): Promise<Outcome> {
  const held = await holdInitiative(tx, given.initiative)
  const amendment = await holdAmendment(tx, given.id)
  if (!held || amendment?.initiativeId !== held.id || amendment.status !== 'open') {
    return refuse('initiatives.amendment.answeredAlready')
  }
  let made: number | null = null
  if (given.accepted) {
    if (held.withdrawn || (held.status !== 'discussion' && held.status !== 'decision')) {
      return refuse('initiatives.initiative.textFinal')
    }
    const current = inLanguage(held, held.authoritative)
    if (held.authoritative !== amendment.locale || movedParts(amendment, current).length > 0) {
      return refuse('initiatives.amendment.textMoved')
    }
    const begun = await beginNewRound(tx, held, given.answer)
    if (!begun.ok) return begun
    made = await changeAuthoritative(tx, held, begun.round, {
      texts: { ...current, ...amendment.after },
      kind: 'amendment',
      membership: amendment.membershipId,
      source: amendment.id,
      note: amendment.reasons,
    })
  }
  await settle(tx, given, made)
  await record(tx, {
    action: given.accepted ? 'initiatives.amendment_accepted' : 'initiatives.amendment_refused',
    member: held.membershipId,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { amendment: amendment.id, number: amendment.number, version: made },
  })
  const about = { amendment: amendment.id, initiative: held.number!, number: amendment.number }
  const told = { ...about, to: amendment.membershipId, by: held.membershipId, accepted: given.accepted }
  await amendmentAnswered(tx, told)
  return { ok: true }
}

/** Who proposed an amendment takes it back. */
export async function withdrawAmendment(tx: Tx, id: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ initiative: string; member: string; number: number }>(sql`
    update initiatives.amendments set status = 'withdrawn', answered_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'open'
    returning initiative_id as initiative, membership_id as member, number`)
  if (!rows[0]) return refuse('initiatives.amendment.answeredAlready')
  const { initiative, member, number } = rows[0]
  await record(tx, {
    action: 'initiatives.amendment_withdrawn',
    member,
    subject: { type: 'initiative', id: initiative },
    visibility: 'public',
    detail: { amendment: id, number },
  })
  return { ok: true }
}
