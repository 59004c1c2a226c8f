import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { compareActs } from '../comparison/compare-acts.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import type { Article, DraftActKind } from '../schema/draft-acts.ts'

export type ActFacts = {
  kind: DraftActKind
  title: string
  lang: string
  reasons: string
  articles: Article[]
}

/** Begins a draft act of a member; of the coalition when `membership` is null. */
export async function beginAct(tx: Tx, membership: string | null, facts: ActFacts): Promise<string> {
  const id = newId()
  await tx.execute(sql`
    insert into authorities.draft_acts (id, kind, membership_id, title, lang, articles, reasons, created_by)
    values (${id}, ${facts.kind}, ${membership}, ${facts.title}, ${facts.lang}, ${JSON.stringify(facts.articles)}::jsonb,
      ${facts.reasons}, platform.current_account())`)
  await record(tx, {
    action: 'authorities.act_begun',
    member: membership,
    subject: { type: 'draft_act', id },
    visibility: 'sealed',
  })
  return id
}

/** Saves a draft act. `seen` is when it was read. What was sent with a letter stays as it is. */
export async function saveAct(tx: Tx, id: string, seen: string, facts: ActFacts): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.draft_acts set kind = ${facts.kind}, title = ${facts.title}, lang = ${facts.lang},
      articles = ${JSON.stringify(facts.articles)}::jsonb, reasons = ${facts.reasons}, version = version + 1, updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id} and settled_at is null
      and updated_at = ${seen}::timestamptz`)
  return rowCount ? { ok: true } : refuse('authorities.act.refusal.changedMeanwhile')
}

type Issued = { title: string; on: string; url: string | null; articles: Article[] }

/** Enters the act that a body issued, and counts how much of the draft stands in it. */
export async function enterIssued(tx: Tx, draft: DraftAct, issued: Issued): Promise<Outcome> {
  const { survival } = compareActs(draft.articles, issued.articles, draft.lang)
  const { rowCount } = await tx.execute(sql`
    update authorities.draft_acts set issued_title = ${issued.title}, issued_on = ${issued.on}, issued_url = ${issued.url},
      issued_articles = ${JSON.stringify(issued.articles)}::jsonb, words = ${survival.words}, words_kept = ${survival.kept},
      settled_at = coalesce(settled_at, now()), updated_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${draft.id}`)
  if (!rowCount) return refuse('authorities.act.refusal.changedMeanwhile')
  await record(tx, {
    action: 'authorities.act_issued',
    member: draft.membershipId,
    subject: { type: 'draft_act', id: draft.id },
    visibility: 'members',
  })
  return { ok: true }
}
