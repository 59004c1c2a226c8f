import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { correctionProposed } from '../emails/amendments.ts'
import { differences, inLanguage, movedParts, withLanguage } from '../initiative-text.ts'
import { type CorrectionView, holdCorrection } from '../queries/corrections.ts'
import { type Held, holdInitiative } from '../queries/initiative.ts'
import type { PartTexts } from '../schema/discussion.ts'
import type { TranslationState } from '../schema/initiatives.ts'
import { changeText } from './keep-version.ts'
import { changeAuthoritative } from './revise-initiative.ts'

export type NewCorrection = {
  initiative: string
  base: number
  locale: string
  texts: PartTexts
  /** How the translation came about; null for a typing error in the authoritative text. */
  state: TranslationState | null
  reasons: string
}

const twice = { one_open_correction: 'initiatives.correction.oneAtATime' } as const

/** The initiator puts a typing error or a translation right. A person of another member has to agree that nothing else changes. */
export function proposeCorrection(tx: Tx, given: NewCorrection): Promise<Outcome> {
  return refusingWhenViolated(tx, twice, async () => {
    const held = await holdInitiative(tx, given.initiative)
    if (!held || held.status === 'draft' || held.status === 'withdrawn') {
      return refuse('initiatives.initiative.textFinal')
    }
    if (held.version !== given.base) return refuse('initiatives.initiative.changedMeanwhile')
    if ((given.locale === held.authoritative) !== (given.state === null)) {
      return refuse('initiatives.translation.isAuthoritative')
    }
    const { before, after } = differences(inLanguage(held, given.locale), given.texts)
    if (Object.keys(after).length === 0) return refuse('initiatives.initiative.nothingChanged')
    const id = newId()
    await tx.execute(sql`
      insert into initiatives.corrections (umbrella_id, id, initiative_id, kind, state, locale, base_version, before, after, reasons,
        membership_id, proposed_by)
      values (platform.current_umbrella(), ${id}, ${held.id}, ${given.state ? 'translation' : 'typo'}, ${given.state},
        ${given.locale}, ${held.version}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb, ${given.reasons},
        ${held.membershipId}, platform.current_account())`)
    await record(tx, {
      action: 'initiatives.correction_proposed',
      member: held.membershipId,
      subject: { type: 'initiative', id: held.id },
      visibility: 'public',
      detail: { correction: id, locale: given.locale },
    })
    await correctionProposed(tx, { correction: id, initiative: held.number!, by: held.membershipId })
    return { ok: true }
  })
}

async function apply(tx: Tx, held: Held, correction: CorrectionView): Promise<number> {
  const texts = { ...inLanguage(held, correction.locale), ...correction.after }
  const about = { membership: held.membershipId, source: correction.id, note: correction.reasons }
  if (correction.state === null) {
    return changeAuthoritative(tx, held, held.round, { texts, kind: 'correction', ...about })
  }
  const version = held.version + 1
  const says = held.translations[held.authoritative]!.version
  await changeText(tx, {
    ...held,
    ...withLanguage(held, correction.locale, texts),
    ...about,
    translations: { ...held.translations, [correction.locale]: { status: correction.state, version: says } },
    initiative: held.id,
    version,
    kind: 'translation',
  })
  return version
}

export type CorrectionAnswer = { initiative: string; id: string; membership: string; confirmed: boolean }

async function settle(tx: Tx, given: CorrectionAnswer, made: number | null): Promise<void> {
  await tx.execute(sql`
    update initiatives.corrections set status = ${given.confirmed ? 'confirmed' : 'refused'}, answered_at = now(),
      answered_by = platform.current_account(), answered_membership = ${given.membership}, made_version = ${made}
    where umbrella_id = platform.current_umbrella() and id = ${given.id}`)
}

/** The second person, of another member, agrees that only a mistake is put right, or does not. */
export async function answerCorrection(tx: Tx, given: CorrectionAnswer): Promise<Outcome> {
  const held = await holdInitiative(tx, given.initiative)
  const correction = await holdCorrection(tx, given.id)
  if (!held || correction?.initiativeId !== held.id || correction.status !== 'proposed') {
    return refuse('initiatives.correction.answeredAlready')
  }
  if (given.confirmed && movedParts(correction, inLanguage(held, correction.locale)).length > 0) {
    return refuse('initiatives.correction.textMoved')
  }
  const made = given.confirmed ? await apply(tx, held, correction) : null
  await settle(tx, given, made)
  await record(tx, {
    action: given.confirmed ? 'initiatives.correction_confirmed' : 'initiatives.correction_refused',
    member: given.membership,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { correction: given.id, version: made },
  })
  return { ok: true }
}

/** The initiator takes a correction back before anybody answered. */
export async function withdrawCorrection(tx: Tx, id: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ initiative: string; member: string }>(sql`
    update initiatives.corrections set status = 'withdrawn', answered_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'proposed'
    returning initiative_id as initiative, membership_id as member`)
  if (!rows[0]) return refuse('initiatives.correction.answeredAlready')
  await record(tx, {
    action: 'initiatives.correction_withdrawn',
    member: rows[0].member,
    subject: { type: 'initiative', id: rows[0].initiative },
    visibility: 'public',
    detail: { correction: id },
  })
  return { ok: true }
}
