import { type SQL, sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** How much of proposed acts was taken over, as far as the asker may see them: of one member or on one topic. */
export type ImpactLine = { acts: number; issued: number; words: number; kept: number }
export type Impact = {
  members: (ImpactLine & { membership: string | null; name: Localised | null })[]
  topics: (ImpactLine & { topic: string })[]
}

const counts = sql`'acts', count(distinct a.id), 'issued', count(distinct a.id) filter (where a.issued_on is not null),
  'words', coalesce(sum(a.words), 0), 'kept', coalesce(sum(a.words_kept), 0)`

const acts = (where: SQL) => sql`
  select distinct on (d.id) d.id, d.membership_id, d.issued_on, d.words, d.words_kept, c.topics
  from authorities.communications c
  join authorities.draft_acts d on d.umbrella_id = c.umbrella_id and d.id = c.draft_act_id
  where c.umbrella_id = platform.current_umbrella() and c.sent_at is not null and ${where} order by d.id, c.number`

/** What came of draft acts that were sent: to one body, or by the whole umbrella when `body` is null. */
export async function impactOf(tx: Tx, body: string | null): Promise<Impact> {
  const { rows } = await tx.execute<Impact>(sql`
    with acts as (${acts(body === null ? sql`true` : sql`c.body_id = ${body}`)})
    select
      (select coalesce(json_agg(m.line), '[]'::json) from (
        select json_build_object('membership', a.membership_id,
          'name', case when a.membership_id is not null then ${memberName(sql`a.membership_id`)} end, ${counts}) as line
        from acts a group by a.membership_id order by count(*) desc, a.membership_id) m) as members,
      (select coalesce(json_agg(t.line), '[]'::json) from (
        select json_build_object('topic', topic, ${counts}) as line
        from acts a, unnest(a.topics) topic group by topic order by count(*) desc, topic) t) as topics`)
  return rows[0]!
}
