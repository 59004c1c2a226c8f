import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isInside } from '#platform/http/viewer.ts'

const own = sql`from councils.memberships m
  join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id) and p.account_id = platform.current_account()
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)`

/** Reports that the viewer owes, as the coalition's delegate. */
const owedReports: HomePart = {
  key: 'council-reports',
  title: 'councils.home.reports',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.slug || '/sessions/' || w.number, 'name', w.name, 'due', w.due)
      order by w.due), '[]'::json)
    from (
      select c.slug, s.number, c.name, s.starts_at + interval '7 days' as due ${own}
      join councils.sessions s on (s.umbrella_id, s.council_id) = (m.umbrella_id, m.council_id) and s.status = 'held'
      where m.umbrella_id = platform.current_umbrella() and m.delegate and councils.runs(m.start_date, m.end_date)
        and s.starts_at > now() - interval '90 days'
        and s.starts_at::date >= coalesce(councils.earliest_day(m.start_date), '-infinity'::date)
        and not exists (select 1 from councils.reports r
          where r.umbrella_id = s.umbrella_id and r.session_id = s.id and r.seat_id = m.id)
      order by s.starts_at limit 10) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('councils.home.report', {
      council: i18n.text(name).value,
      until: due ? i18n.date(i18n.dayOf(due)) : '',
    }),
  path: ({ id }) => `/councils/${id}/report`,
}

/** Sessions to which the viewer is invited and has not answered. */
const invitations: HomePart = {
  key: 'council-sessions',
  title: 'councils.home.sessions',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.slug || '/sessions/' || w.number, 'name', w.name, 'due', w.starts_at)
      order by w.starts_at), '[]'::json)
    from (
      select c.slug, s.number, c.name, s.starts_at ${own}
      join councils.sessions s on (s.umbrella_id, s.council_id) = (m.umbrella_id, m.council_id) and s.status = 'invited'
      where m.umbrella_id = platform.current_umbrella() and councils.runs(m.start_date, m.end_date) and s.starts_at > now()
        and not exists (select 1 from councils.attendance a where a.umbrella_id = s.umbrella_id and a.session_id = s.id
          and a.seat_id = m.id and a.reply is not null)
      order by s.starts_at limit 10) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('councils.home.session', { council: i18n.text(name).value, at: due ? i18n.dateTime(due) : '' }),
  path: ({ id }) => `/councils/${id}`,
}

/** The coalition's seats whose term ends within two months, for coordinators and their holders. */
const endingTerms: HomePart = {
  key: 'council-terms',
  title: 'councils.home.terms',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'due', w.due) order by w.due), '[]'::json)
    from (
      select m.id, c.name, councils.latest_day(m.end_date) as due
      from councils.memberships m
      left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
      join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
      where m.umbrella_id = platform.current_umbrella() and m.delegate
        and councils.latest_day(m.end_date) between network.today() and network.today() + 60
        and (network.is_coordinator() or p.account_id = platform.current_account())
      order by due limit 10) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('councils.home.term', { council: i18n.text(name).value, day: due ? i18n.date(due) : '' }),
  path: () => '/delegation',
}

export const councilHome: readonly HomePart[] = [owedReports, invitations, endingTerms]
