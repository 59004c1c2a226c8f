import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { inLanguage, withLanguage } from '../initiative-text.ts'
import { holdInitiative } from '../queries/initiative.ts'
import type { PartTexts } from '../schema/discussion.ts'
import type { ScopeAnswer, TranslationState } from '../schema/initiatives.ts'

/** What is typed into the form of a draft: the text in the language it is written in. Everything may still be missing. */
export type DraftFacts = {
  texts: PartTexts
  authoritative: string
  languages: string[]
  topics: string[]
  scopeAnswers: ScopeAnswer[]
}

/** Begins a draft of a member. Nobody but its people learns of it: the journal keeps a sealed entry. */
export async function beginDraft(
  tx: Tx,
  membership: string,
  facts: DraftFacts,
): Promise<Outcome<{ id: string }>> {
  const id = newId()
  const text = withLanguage({ title: {}, body: {} }, facts.authoritative, facts.texts)
  await tx.execute(sql`
    insert into initiatives.initiatives (umbrella_id, id, membership_id, author_id, title, body, authoritative, translations,
      languages, topics, scope_answers)
    values (platform.current_umbrella(), ${id}, ${membership}, platform.current_account(), ${JSON.stringify(text.title)}::jsonb,
      ${JSON.stringify(text.body)}::jsonb, ${facts.authoritative},
      ${JSON.stringify({ [facts.authoritative]: { status: 'original', version: 1 } })}::jsonb,
      ${sql.param(facts.languages)}::text[], ${sql.param(facts.topics)}::text[], ${JSON.stringify(facts.scopeAnswers)}::jsonb)`)
  await record(tx, {
    action: 'initiatives.initiative_drafted',
    member: membership,
    subject: { type: 'initiative', id },
    visibility: 'sealed',
  })
  return { ok: true, id }
}

/** Saves a draft. `seen` is when it was read: what a co-author saved since then is not overwritten unseen. */
export async function saveDraft(
  tx: Tx,
  { id, seen, ...facts }: DraftFacts & { id: string; seen: string },
): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft') return refuse('initiatives.draft.publishedMeanwhile')
  const moved = withLanguage(held, held.authoritative, {})
  const base = facts.authoritative === held.authoritative ? held : moved
  const text = withLanguage(base, facts.authoritative, facts.texts)
  const { [held.authoritative]: _old, [facts.authoritative]: _new, ...others } = held.translations
  const translations = { ...others, [facts.authoritative]: { status: 'original', version: 1 } }
  const { rowCount } = await tx.execute(sql`
    update initiatives.initiatives set title = ${JSON.stringify(text.title)}::jsonb, body = ${JSON.stringify(text.body)}::jsonb,
      authoritative = ${facts.authoritative}, translations = ${JSON.stringify(translations)}::jsonb,
      languages = ${sql.param(facts.languages)}::text[], topics = ${sql.param(facts.topics)}::text[],
      scope_answers = ${JSON.stringify(facts.scopeAnswers)}::jsonb
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'
      and updated_at = ${seen}::timestamptz`)
  return rowCount ? { ok: true } : refuse('initiatives.draft.changedMeanwhile')
}

export type Translated = { locale: string; texts: PartTexts; state: TranslationState }

/** Writes a draft's text in one more language, or takes a language out again. */
export async function translateDraft(
  tx: Tx,
  id: string,
  { locale, texts, state }: Translated,
): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft') return refuse('initiatives.draft.publishedMeanwhile')
  if (locale === held.authoritative) return refuse('initiatives.translation.isAuthoritative')
  const text = withLanguage(held, locale, texts)
  const { [locale]: _replaced, ...others } = held.translations
  const there = Object.keys(inLanguage(text, locale)).length > 0
  const translations = there ? { ...others, [locale]: { status: state, version: 1 } } : others
  await tx.execute(sql`
    update initiatives.initiatives set title = ${JSON.stringify(text.title)}::jsonb, body = ${JSON.stringify(text.body)}::jsonb,
      translations = ${JSON.stringify(translations)}::jsonb
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  return { ok: true }
}

/** Throws a draft away with everything that hangs on it. */
export async function discardDraft(tx: Tx, id: string): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft') return refuse('initiatives.draft.publishedMeanwhile')
  const { rows } = await tx.execute<{ file: string }>(sql`
    select a.file_id as file from initiatives.attachments a
    where a.umbrella_id = platform.current_umbrella() and a.initiative_id = ${id}`)
  await tx.execute(sql`
    delete from initiatives.initiatives where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft'`)
  for (const { file } of rows) await deleteFile(tx, file)
  await record(tx, {
    action: 'initiatives.draft_discarded',
    member: held.membershipId,
    subject: { type: 'initiative', id },
    visibility: 'sealed',
  })
  return { ok: true }
}
