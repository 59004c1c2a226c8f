import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { differences, inLanguage, withLanguage } from '../initiative-text.ts'
import { type Held, holdInitiative } from '../queries/initiative.ts'
import type { PartTexts } from '../schema/discussion.ts'
import type { TranslationState, VersionKind } from '../schema/initiatives.ts'
import { beginNewRound } from './begin-new-round.ts'
import { changeText } from './keep-version.ts'

export type Change = {
  texts: PartTexts
  kind: VersionKind
  membership: string
  source?: string
  note?: string | null
  noteLocale?: string
}

/** Shows the authoritative text of a held initiative in new words, as its next version. Returns its number. */
export async function changeAuthoritative(
  tx: Tx,
  held: Held,
  round: number,
  change: Change,
): Promise<number> {
  const version = held.version + 1
  const original = held.translations[held.authoritative] ?? { status: 'original', version }
  // A typing error put right leaves translations as true as they were.
  const said = change.kind === 'correction' ? original.version : version
  await changeText(tx, {
    ...held,
    ...withLanguage(held, held.authoritative, change.texts),
    ...change,
    translations: { ...held.translations, [held.authoritative]: { ...original, version: said } },
    initiative: held.id,
    version,
    round,
  })
  return version
}

export type Revision = {
  initiative: string
  /** The version that was changed; another one made meanwhile refuses. */
  base: number
  texts: PartTexts
  note: string
  locale: string
}

/** The initiator changes its own text. While the members decide, ballots become void and a new round begins. */
export async function reviseInitiative(
  tx: Tx,
  { initiative, base, texts, note, locale }: Revision,
): Promise<Outcome<{ version: number }>> {
  const held = await holdInitiative(tx, initiative)
  if (!held || held.withdrawn || (held.status !== 'discussion' && held.status !== 'decision')) {
    return refuse('initiatives.initiative.textFinal')
  }
  if (held.version !== base) return refuse('initiatives.initiative.changedMeanwhile')
  const { after } = differences(inLanguage(held, held.authoritative), texts)
  if (Object.keys(after).length === 0) return refuse('initiatives.initiative.nothingChanged')
  const begun = await beginNewRound(tx, held, note)
  if (!begun.ok) return begun
  const version = await changeAuthoritative(tx, held, begun.round, {
    texts,
    kind: 'revision',
    membership: held.membershipId,
    note,
    noteLocale: locale,
  })
  await record(tx, {
    action: 'initiatives.initiative_revised',
    member: held.membershipId,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { version, round: begun.round },
  })
  return { ok: true, version }
}

/** Says a text in one more language while it is discussed. What it is decided on stays the authoritative text. */
export async function translateInitiative(
  tx: Tx,
  given: {
    initiative: string
    locale: string
    texts: PartTexts
    state: TranslationState
    membership: string
  },
): Promise<Outcome<{ version: number }>> {
  const { locale, texts, state, membership } = given
  const held = await holdInitiative(tx, given.initiative)
  if (held?.status !== 'discussion') return refuse('initiatives.translation.frozen')
  if (locale === held.authoritative) return refuse('initiatives.translation.isAuthoritative')
  const version = held.version + 1
  const says = held.translations[held.authoritative]!.version
  await changeText(tx, {
    ...held,
    ...withLanguage(held, locale, texts),
    translations: { ...held.translations, [locale]: { status: state, version: says } },
    initiative: held.id,
    version,
    kind: 'translation',
    membership,
  })
  await record(tx, {
    action: 'initiatives.translation_written',
    member: membership,
    subject: { type: 'initiative', id: held.id },
    visibility: 'public',
    detail: { version, locale, state },
  })
  return { ok: true, version }
}
