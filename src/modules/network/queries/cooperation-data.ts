import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Consequence } from '#platform/http/module.ts'
import { createI18n, type Locale, type Localised } from '#platform/i18n/index.ts'
import { memberName } from './member-name.ts'

/** What posts, agreements and mutual aid hold about a person in the umbrella of the transaction. */
export async function exportCooperationData(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute<{ told: Record<string, unknown> }>(sql`
    select json_build_object(
      'posts', (select coalesce(json_agg(json_build_object('title', p.title, 'from', t.valid_from, 'until', t.valid_until,
          'displayName', t.display_name, 'onBehalf', t.on_behalf, 'endReason', t.end_reason) order by t.valid_from), '[]'::json)
        from network.post_terms t join network.posts p on p.umbrella_id = t.umbrella_id and p.id = t.post_id
        where t.umbrella_id = platform.current_umbrella() and t.person_id = ${person}),
      'appointments', (select coalesce(json_agg(json_build_object('title', p.title, 'proposed', a.proposed_by = ${person},
          'candidate', a.person_id = ${person}, 'from', a.valid_from, 'until', a.valid_until, 'onBehalf', a.on_behalf,
          'reason', a.reason, 'proposedAt', a.proposed_at, 'status', a.status) order by a.proposed_at), '[]'::json)
        from network.appointments a join network.posts p on p.umbrella_id = a.umbrella_id and p.id = a.post_id
        where a.umbrella_id = platform.current_umbrella() and ${person} in (a.person_id, a.proposed_by)),
      'postNotes', (select coalesce(json_agg(json_build_object('note', n.note, 'writtenAt', n.written_at) order by n.written_at), '[]'::json)
        from network.post_notes n where n.umbrella_id = platform.current_umbrella() and n.written_by = ${person}),
      'agreements', (select coalesce(json_agg(json_build_object('partner', ${memberName(sql`a.membership_id`)}, 'title', a.title,
          'proposed', a.proposed_by = ${person}, 'proposedAt', a.proposed_at, 'answered', a.answered_by = ${person},
          'answeredAt', a.answered_at, 'word', case when a.answered_by = ${person} then a.answer_word end,
          'ended', a.ended_by = ${person}) order by a.proposed_at), '[]'::json)
        from network.agreements a where a.umbrella_id = platform.current_umbrella()
          and ${person} in (a.proposed_by, a.answered_by, a.ended_by)),
      'needsAndOffers', (select coalesce(json_agg(json_build_object('member', ${memberName(sql`l.membership_id`)}, 'side', l.side,
          'title', l.title, 'body', l.body, 'createdAt', l.created_at) order by l.created_at), '[]'::json)
        from network.listings l where l.umbrella_id = platform.current_umbrella() and l.created_by = ${person}),
      'matches', (select coalesce(json_agg(json_build_object('proposedAt', x.proposed_at,
          'need', case when x.need_answered_by = ${person} then json_build_object('answer', x.need_answer, 'word', x.need_word) end,
          'offer', case when x.offer_answered_by = ${person} then json_build_object('answer', x.offer_answer, 'word', x.offer_word) end)
          order by x.proposed_at), '[]'::json)
        from network.matches x where x.umbrella_id = platform.current_umbrella()
          and ${person} in (x.proposed_by, x.need_answered_by, x.offer_answered_by)),
      'imports', (select coalesce(json_agg(json_build_object('file', i.file_name, 'createdAt', i.created_at) order by i.created_at), '[]'::json)
        from network.imports i where i.umbrella_id = platform.current_umbrella() and i.created_by = ${person})
    ) as told`)
  return rows[0]!.told
}

/** Posts that become vacant with the person, and those for which they stand. */
export async function cooperationConsequences(tx: Tx, person: string): Promise<Consequence[]> {
  const { rows } = await tx.execute<{ title: Localised; locale: Locale; held: boolean }>(sql`
    select p.title, coalesce(known.locale, 'en') as locale, true as held from network.post_terms t
    join network.posts p on p.umbrella_id = t.umbrella_id and p.id = t.post_id
    left join people.people known on known.id = t.person_id
    where t.umbrella_id = platform.current_umbrella() and t.person_id = ${person}
      and (t.valid_until is null or t.valid_until > network.today())
    union all
    select p.title, coalesce(known.locale, 'en'), false from network.appointments a
    join network.posts p on p.umbrella_id = a.umbrella_id and p.id = a.post_id
    left join people.people known on known.id = a.person_id
    where a.umbrella_id = platform.current_umbrella() and a.person_id = ${person} and a.status = 'asked'`)
  return rows.map(({ title, locale, held }) => ({
    message: held ? 'network.consequence.postVacant' : 'network.consequence.appointmentWithdrawn',
    values: { post: createI18n(locale, 'UTC').text(title).value },
  }))
}
