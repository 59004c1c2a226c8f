import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Duty, MajorityRule } from '../schema/councils.ts'
import type { Presence, SessionStatus } from '../schema/sessions.ts'

export type VoteResult = {
  id: string
  motion: string
  rule: MajorityRule
  yes: number
  no: number
  abstain: number
  present: number
  members: number
  seats: number | null
  result: 'pass' | 'fail'
}

export type AgendaItem = {
  id: string
  position: number
  title: Localised
  about: Localised
  reporter: string | null
  decision: string | null
  decisionLang: string | null
  votes: VoteResult[]
  /** Only for those inside. */
  conflicts: { seat: string; who: string | null; reason: string; abstains: boolean; own: boolean }[]
}

/** Somebody who sat on the day of the session. */
export type Attendant = {
  seat: string
  name: string | null
  member: Localised | null
  onBehalf: string | null
  duty: Duty
  voting: boolean
  delegate: boolean
  own: boolean
  reply: 'coming' | 'not_coming' | null
  status: Presence | null
}

export type Minutes = {
  text: string | null
  lang: string | null
  file: boolean
  proposedAt: string | null
  approvedAt: string | null
  approvedIn: number | null
  approvals: number
  approvedByMe: boolean
  public: boolean
}

export type SessionView = {
  id: string
  council: {
    id: string
    slug: string
    name: Localised
    majorityRule: MajorityRule
    seats: number | null
    public: boolean
  }
  number: number
  title: Localised
  startsAt: string
  endsAt: string | null
  place: string | null
  onlineUrl: string | null
  status: SessionStatus
  cancelReason: string | null
  members: number
  present: number
  quorum: number
  keeps: boolean
  over: boolean
  items: AgendaItem[]
  attendants: Attendant[]
  documents: { id: string; title: Localised; public: boolean }[]
  minutes: Minutes | null
  reports: {
    id: string
    seat: string
    member: Localised | null
    lang: string
    happened: string
    said: string
    nextSteps: string
    at: string
  }[]
  /** Later sessions that could approve these minutes. */
  later: { id: string; number: number }[]
}

const votesOf = sql`(select coalesce(json_agg(json_build_object('id', e.id, 'motion', o.text, 'rule', e.majority_rule, 'yes', e.yes,
    'no', e.no, 'abstain', e.abstain, 'present', e.present_then, 'members', e.members_then, 'seats', e.seats_then,
    'result', e.result) order by e.id), '[]'::json)
  from councils.motions o join councils.vote_events e on e.umbrella_id = o.umbrella_id and e.motion_id = o.id
  where o.umbrella_id = i.umbrella_id and o.item_id = i.id)`

const conflictsOf = sql`(select coalesce(json_agg(json_build_object('seat', x.seat_id, 'who', p.name, 'reason', x.reason,
    'abstains', x.abstains, 'own', p.account_id is not null and p.account_id = platform.current_account()) order by x.id), '[]'::json)
  from councils.conflicts x join councils.memberships m on (m.umbrella_id, m.id) = (x.umbrella_id, x.seat_id)
  left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  where x.umbrella_id = i.umbrella_id and x.item_id = i.id)`

const itemsOf = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'position', i.position, 'title', i.title,
    'about', i.about, 'reporter', i.reporter, 'decision', i.decision, 'decisionLang', i.decision_lang,
    'votes', ${votesOf}, 'conflicts', ${conflictsOf}) order by i.position), '[]'::json)
  from councils.agenda_items i where i.umbrella_id = s.umbrella_id and i.session_id = s.id)`

// In the zone of the umbrella: a session in the evening is of that day.
const onItsDay = sql`(s.starts_at at time zone u.zone)::date`

const attendantsOf = sql`(select coalesce(json_agg(json_build_object('seat', m.id, 'name', p.name,
    'member', ${memberName(sql`m.membership_id`)}, 'onBehalf', m.on_behalf, 'duty', m.duty, 'delegate', m.delegate,
    'voting', m.duty <> 'observer' and coalesce(o.voting, true), 'own', p.account_id is not null
      and p.account_id = platform.current_account(), 'reply', a.reply, 'status', a.status)
    order by array_position(array['chair', 'deputy_chair', 'secretary', 'member', 'observer'], m.duty),
      p.name collate "uk-x-icu", m.id), '[]'::json)
  from councils.memberships m
  left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  left join councils.posts o on (o.umbrella_id, o.id) = (m.umbrella_id, m.post_id)
  left join councils.terms t on (t.umbrella_id, t.id) = (m.umbrella_id, m.term_id)
  left join councils.attendance a on a.umbrella_id = m.umbrella_id and a.seat_id = m.id and a.session_id = s.id
  where m.umbrella_id = s.umbrella_id and m.council_id = s.council_id
    and coalesce(councils.earliest_day(coalesce(m.start_date, t.start_date)) <= ${onItsDay}, true)
    and coalesce(councils.latest_day(coalesce(m.end_date, t.end_date)) >= ${onItsDay}, true))`

const documentsOf = sql`(select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'public', d.public)
    order by d.id), '[]'::json)
  from councils.documents d where d.umbrella_id = s.umbrella_id and d.session_id = s.id)`

const minutesOf = sql`(select json_build_object('text', n.text, 'lang', n.lang, 'file', n.file_id is not null,
    'proposedAt', n.proposed_at, 'approvedAt', n.approved_at, 'public', n.public,
    'approvedIn', (select l.number from councils.sessions l where (l.umbrella_id, l.id) = (n.umbrella_id, n.approved_in)),
    'approvals', (select count(*)::int from councils.minutes_approvals v where v.umbrella_id = n.umbrella_id and v.session_id = s.id),
    'approvedByMe', exists (select 1 from councils.minutes_approvals v where v.umbrella_id = n.umbrella_id
      and v.session_id = s.id and v.person_id = platform.current_account()))
  from councils.minutes n where n.umbrella_id = s.umbrella_id and n.session_id = s.id)`

const reportsOf = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'seat', r.seat_id, 'lang', r.lang,
    'happened', r.happened, 'said', r.said, 'nextSteps', r.next_steps, 'at', r.written_at,
    'member', ${memberName(sql`m.membership_id`)}) order by r.id), '[]'::json)
  from councils.reports r join councils.memberships m on (m.umbrella_id, m.id) = (r.umbrella_id, r.seat_id)
  where r.umbrella_id = s.umbrella_id and r.session_id = s.id)`

const laterOf = sql`(select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number) order by l.starts_at), '[]'::json)
  from councils.sessions l where l.umbrella_id = s.umbrella_id and l.council_id = s.council_id and l.status = 'held'
    and l.starts_at > s.starts_at and l.present_then >= l.quorum_then)`

/** A session with everything its page shows, in one statement. Row-level security leaves out what the reader may not see. */
export async function findSession(tx: Tx, slug: string, number: number): Promise<SessionView | null> {
  const { rows } = await tx.execute<SessionView & { counted: Attendant[] }>(sql`
    select s.id, s.number, s.title, to_json(s.starts_at) #>> '{}' as "startsAt", to_json(s.ends_at) #>> '{}' as "endsAt", s.place,
      s.status, s.cancel_reason as "cancelReason", councils.keeps(c.id) as keeps, s.starts_at <= now() as over,
      (select l.url from councils.online_links l where l.umbrella_id = s.umbrella_id and l.session_id = s.id) as "onlineUrl",
      json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'majorityRule', c.majority_rule, 'seats', c.seats,
        'public', c.public) as council,
      coalesce(s.members_then, 0) as members, coalesce(s.present_then, 0) as present,
      coalesce(s.quorum_then, councils.quorum_needed(c.quorum_rule, c.quorum_number, coalesce(c.seats, (
        select nullif(count(*), 0)::int from councils.posts o where o.umbrella_id = c.umbrella_id and o.council_id = c.id)), (
        select count(*)::int from councils.memberships m where m.umbrella_id = c.umbrella_id and m.council_id = c.id
          and m.duty <> 'observer' and councils.runs(m.start_date, m.end_date)))) as quorum,
      ${itemsOf} as items, ${attendantsOf} as attendants, ${documentsOf} as documents, ${minutesOf} as minutes,
      ${reportsOf} as reports, ${laterOf} as later
    from councils.sessions s join councils.councils c on (c.umbrella_id, c.id) = (s.umbrella_id, s.council_id)
    join platform.umbrellas u on u.id = s.umbrella_id
    where s.umbrella_id = platform.current_umbrella() and c.slug = ${slug} and s.number = ${number}`)
  return rows[0] ?? null
}
