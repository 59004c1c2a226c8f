import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Duty } from '../schema/councils.ts'

/** Somebody who sits, or sat, in a council. */
export type Holder = {
  id: string
  postId: string | null
  /** Null where visitors may not read it: then the organisation stands for the person. */
  name: string | null
  duty: Duty
  role: string | null
  member: Localised | null
  membershipId: string | null
  onBehalf: string | null
  nominatedBy: string | null
  delegate: boolean
  voting: boolean
  /** As a Popolo day: a year, a month or a day. */
  start: string | null
  end: string | null
  /** The first and the last day on which it may have been so. */
  from: string | null
  until: string | null
  term: string | null
  now: boolean
  ahead: boolean
  own: boolean
  mandate: { note: string | null; file: boolean } | null
}

// Parties and groups are kept, not paraded: who sits for whom is said of organisations that were sent.
const sent = sql`(select o.name from councils.councils o where o.umbrella_id = m.umbrella_id and o.id = m.on_behalf_of_id
  and coalesce(o.classification, '') !~* '(party|faction|fraction|group|caucus|alliance)')`

const from = sql`coalesce(councils.earliest_day(m.start_date), councils.earliest_day(t.start_date))`
const until = sql`coalesce(councils.latest_day(m.end_date), councils.latest_day(t.end_date))`

/** Everybody who sits or sat in council `c`, as json; `now` says who on the day asked for. Those who sit longest first. */
export const holdersOf = (on: string | null, inside: boolean) => {
  const day = on === null ? sql`network.today()` : sql`${on}::date`
  return sql`(select coalesce(json_agg(json_build_object(
      'id', m.id, 'postId', m.post_id, 'name', p.name, 'duty', m.duty, 'role', coalesce(m.role, m.label),
      'member', coalesce(${memberName(sql`m.membership_id`)}, ${sent}), 'membershipId', m.membership_id,
      'onBehalf', m.on_behalf, 'nominatedBy', m.nominated_by, 'delegate', m.delegate,
      'voting', m.duty <> 'observer' and coalesce(s.voting, true),
      'start', coalesce(m.start_date, t.start_date), 'end', coalesce(m.end_date, t.end_date), 'from', ${from}, 'until', ${until},
      'term', t.name, 'own', p.account_id is not null and p.account_id = platform.current_account(),
      'now', coalesce(${from} <= ${day}, true) and coalesce(${until} >= ${day}, true), 'ahead', coalesce(${from} > ${day}, false),
      'mandate', ${inside ? sql`json_build_object('note', m.mandate_note, 'file', m.mandate_file_id is not null)` : sql`null`})
      order by array_position(array['chair', 'deputy_chair', 'secretary', 'member', 'observer'], m.duty),
        ${from} nulls first, p.name collate "uk-x-icu", m.id), '[]'::json)
    from councils.memberships m
    left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    left join councils.posts s on (s.umbrella_id, s.id) = (m.umbrella_id, m.post_id)
    left join councils.terms t on (t.umbrella_id, t.id) = (m.umbrella_id, m.term_id)
    where m.umbrella_id = c.umbrella_id and m.council_id = c.id)`
}
