import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, type Refusal, refuse } from '#platform/refusal.ts'
import { ruleOf } from '../rules.ts'

type Again = { decision: string; membership: string; news: Localised }

/** What stands in the way of asking again, where not enough members back it. */
export async function tooFewBack(tx: Tx, decision: string): Promise<Refusal | null> {
  const { value: needed } = await ruleOf(tx, 'decisions.cosponsors')
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::integer as n from initiatives.cosponsors c
    where c.umbrella_id = platform.current_umbrella() and c.decision_id = ${decision} and c.used_by is null
      and c.withdrawn_at is null and c.membership_id in (select network.voting_members(network.today()))`)
  const backing = rows[0]!.n
  return backing < needed ? refuse('initiatives.decision.tooFewBack', { backing, needed }) : null
}

/**
 * Begins a draft with the text that was decided, to be changed, and with what is new since. It is published and discussed as
 * any initiative; all conditions are looked at again when the members are asked.
 */
export async function beginAgain(
  tx: Tx,
  { decision, membership, news }: Again,
): Promise<Outcome<{ id: string }>> {
  const tooFew = await tooFewBack(tx, decision)
  if (tooFew) return tooFew
  const id = newId()
  const { rowCount } = await tx.execute(sql`
    insert into initiatives.initiatives (umbrella_id, id, membership_id, author_id, title, body, authoritative, translations,
      languages, topics, scope_answers, previous_id, news)
    select i.umbrella_id, ${id}, ${membership}, platform.current_account(), i.title, i.body, i.authoritative,
      coalesce((select jsonb_object_agg(said.key, said.value || '{"version": 1}') from jsonb_each(i.translations) said), '{}'),
      i.languages, i.topics, i.scope_answers, d.id, ${JSON.stringify(news)}::jsonb
    from initiatives.decisions d
    join initiatives.initiatives i on i.umbrella_id = d.umbrella_id and i.id = d.subject_id
    where d.umbrella_id = platform.current_umbrella() and d.id = ${decision} and d.kind = 'initiative' and d.status = 'sealed'`)
  if (!rowCount) return refuse('initiatives.decision.previousNotSealed')
  await record(tx, {
    action: 'initiatives.initiative_drafted',
    member: membership,
    subject: { type: 'initiative', id },
    visibility: 'sealed',
  })
  return { ok: true, id }
}

/** Says in other words what is new, as long as it is a draft. */
export async function changeNews(tx: Tx, draft: string, news: Localised): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update initiatives.initiatives set news = ${JSON.stringify(news)}::jsonb
    where umbrella_id = platform.current_umbrella() and id = ${draft} and status = 'draft' and previous_id is not null`)
  return rowCount ? { ok: true } : refuse('initiatives.draft.publishedMeanwhile')
}
