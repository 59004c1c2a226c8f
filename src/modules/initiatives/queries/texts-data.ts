import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { speakerName } from './speaker.ts'

/** What texts and their discussion hold about a person in the umbrella of the transaction: what they wrote for their members. */
export async function exportTexts(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute<{ told: Record<string, unknown> }>(sql`
    select json_build_object(
      'initiatives', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`i.membership_id`)},
          'number', i.number, 'status', i.status, 'title', i.title, 'text', i.body, 'publishedAt', i.published_at)
          order by i.created_at), '[]'::json)
        from initiatives.initiatives i where i.umbrella_id = platform.current_umbrella() and i.author_id = ${person}),
      'comments', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`c.membership_id`)},
          'stance', c.stance, 'text', c.body, 'writtenAt', c.written_at, 'withdrawnAt', c.withdrawn_at,
          'redactedAt', c.redacted_at) order by c.id), '[]'::json)
        from initiatives.comments c where c.umbrella_id = platform.current_umbrella() and c.person_id = ${person}),
      'amendments', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`a.membership_id`)},
          'text', a.after, 'reasons', a.reasons, 'status', a.status, 'proposedAt', a.proposed_at) order by a.id), '[]'::json)
        from initiatives.amendments a where a.umbrella_id = platform.current_umbrella() and a.person_id = ${person}),
      'scopeChallenges', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`s.membership_id`)},
          'reasons', s.reasons, 'raisedAt', s.raised_at) order by s.id), '[]'::json)
        from initiatives.scope_challenges s where s.umbrella_id = platform.current_umbrella() and s.person_id = ${person}),
      'corrections', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`x.membership_id`)},
          'text', x.after, 'reasons', x.reasons, 'status', x.status, 'proposedAt', x.proposed_at,
          'confirmedByMe', x.answered_by = ${person}) order by x.id), '[]'::json)
        from initiatives.corrections x where x.umbrella_id = platform.current_umbrella()
          and ${person} in (x.proposed_by, x.answered_by))
    ) as told`)
  return rows[0]!.told
}
