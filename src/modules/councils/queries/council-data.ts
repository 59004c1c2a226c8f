import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** What this room holds about a person: their seats and what they wrote. */
export async function exportCouncilData(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const { rows } = await tx.execute<{
    seats: unknown
    reports: unknown
    conflicts: unknown
    notes: unknown
    replies: unknown
    applications: unknown
    contacts: unknown
    proposals: unknown
  }>(sql`
    with own as (
      select m.id from councils.memberships m join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
      where m.umbrella_id = platform.current_umbrella() and p.account_id = ${person})
    select
      (select json_agg(json_build_object('council', c.name, 'name', p.name, 'named', p.named, 'duty', m.duty, 'start', m.start_date,
          'end', m.end_date, 'nominatedBy', m.nominated_by, 'mandate', m.mandate_note))
        from councils.memberships m join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
        join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
        where m.umbrella_id = platform.current_umbrella() and m.id in (select id from own)) as seats,
      (select json_agg(json_build_object('happened', r.happened, 'said', r.said, 'nextSteps', r.next_steps, 'at', r.written_at))
        from councils.reports r where r.umbrella_id = platform.current_umbrella() and r.written_by = ${person}) as reports,
      (select json_agg(json_build_object('reason', x.reason, 'at', x.declared_at)) from councils.conflicts x
        where x.umbrella_id = platform.current_umbrella() and x.seat_id in (select id from own)) as conflicts,
      (select json_agg(json_build_object('note', h.note, 'at', h.written_at)) from councils.handovers h
        where h.umbrella_id = platform.current_umbrella() and h.written_by = ${person}) as notes,
      (select json_agg(json_build_object('session', a.session_id, 'reply', a.reply, 'status', a.status)) from councils.attendance a
        where a.umbrella_id = platform.current_umbrella() and a.seat_id in (select id from own)) as replies,
      (select json_agg(json_build_object('organisation', a.organisation, 'candidate', a.candidate, 'statement', a.statement,
          'at', a.applied_at)) from councils.applications a
        where a.umbrella_id = platform.current_umbrella() and a.applied_by = ${person}) as applications,
      (select json_agg(json_build_object('day', k.on_day, 'about', k.about, 'agreed', k.agreed)) from councils.contacts k
        where k.umbrella_id = platform.current_umbrella() and k.written_by = ${person}) as contacts,
      (select json_agg(json_build_object('proposal', p.number, 'step', s.kind, 'day', s.on_day, 'text', s.text) order by s.at)
        from councils.proposal_steps s join councils.proposals p on (p.umbrella_id, p.id) = (s.umbrella_id, s.proposal_id)
        where s.umbrella_id = platform.current_umbrella() and s.by_person = ${person}) as proposals`)
  const held = Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null)
  return held.length > 0 ? { councils: Object.fromEntries(held) } : {}
}
