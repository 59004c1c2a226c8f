import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { speakerName } from './speaker.ts'

/** What proposals, appeals and secret ballots hold about the scope's own person: for whom they acted, never how they voted. */
export async function exportProcedures(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const own = (table: string) =>
    sql.raw(`${table}.umbrella_id = platform.current_umbrella() and ${table}.person_id = `)
  const { rows } = await tx.execute<{ told: Record<string, unknown> }>(sql`
    select json_build_object(
      'proposals', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`p.membership_id`)},
          'number', p.number, 'title', p.title, 'reasons', p.reasons, 'changes', p.changes, 'text', p.body,
          'proposedAt', p.proposed_at) order by p.number), '[]'::json)
        from initiatives.proposals p where ${own('p')}${person}),
      'remarks', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`r.membership_id`)},
          'stance', r.stance, 'text', r.body, 'writtenAt', r.written_at) order by r.id), '[]'::json)
        from initiatives.proposal_remarks r where ${own('r')}${person}),
      'appeals', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`a.membership_id`)},
          'number', a.number, 'grounds', a.grounds, 'raisedAt', a.raised_at) order by a.number), '[]'::json)
        from initiatives.appeals a where ${own('a')}${person}),
      'signedAppeals', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`s.membership_id`)},
          'number', (select x.number from initiatives.appeals x where x.umbrella_id = s.umbrella_id and x.id = s.appeal_id),
          'signedAt', s.signed_at) order by s.signed_at), '[]'::json)
        from initiatives.appeal_signers s where ${own('s')}${person}),
      'secretVotes', (select coalesce(json_agg(json_build_object('member', ${speakerName(sql`v.elector`)},
          'decision', d.number) order by d.number), '[]'::json)
        from initiatives.own_secret_votes() v
        join initiatives.decisions d on d.umbrella_id = platform.current_umbrella() and d.id = v.decision)
    ) as told`)
  return rows[0]!.told
}
