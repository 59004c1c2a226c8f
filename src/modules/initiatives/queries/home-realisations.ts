import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { canTakePart } from '../policy/realisation.ts'

const goesOn = sql`r.umbrella_id = platform.current_umbrella() and r.status in ('running', 'stalled')`

const titled = sql`(select d.title from initiatives.decisions d
  where d.umbrella_id = r.umbrella_id and d.id = r.decision_id)`

/** So many days ahead, something with a day begins to wait. */
const aheadDays = 7

/** Open tasks of the viewer's members that are due soon or late, the latest first. */
const waitingTasks: HomePart = {
  key: 'tasks',
  title: 'initiatives.home.tasks',
  when: canTakePart,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', w.name, 'due', w.due_on, 'count', w.late)
      order by w.due_on, w.id), '[]'::json)
    from (
      select t.id, r.number, jsonb_build_object(t.content_locale, t.title) as name, t.due_on,
        greatest(network.today() - t.due_on, 0) as late
      from mine
      join initiatives.realisation_members m
        on m.umbrella_id = platform.current_umbrella() and m.membership_id = mine.id and m.left_at is null
      join initiatives.realisations r on r.umbrella_id = m.umbrella_id and r.id = m.realisation_id
      join initiatives.tasks t
        on t.umbrella_id = r.umbrella_id and t.realisation_id = r.id and t.membership_id = mine.id
      where ${goesOn} and t.status = 'open' and t.due_on <= network.today() + ${sql.raw(String(aheadDays))}
      order by t.due_on, t.id limit 20) w)`,
  sentence: ({ name, due, count = 0 }, i18n) => {
    const task = i18n.text(name).value
    if (count > 0) return i18n.t('initiatives.home.taskLate', { task, days: count })
    return i18n.t('initiatives.home.task', { task, until: due ? i18n.date(due) : '' })
  },
  path: ({ id }) => `/realisations/${id}/tasks`,
}

/** Reports that a member of the viewer's owes soon, or should have given. */
const owedReports: HomePart = {
  key: 'reports',
  title: 'initiatives.home.reports',
  when: canTakePart,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', w.title, 'due', w.report_due_at, 'count', w.late)
      order by w.report_due_at, w.number), '[]'::json)
    from (
      select r.number, ${titled} as title, r.report_due_at, (r.report_due_at <= now())::integer as late
      from initiatives.realisations r
      where ${goesOn} and r.membership_id in (select id from mine)
        and r.report_due_at <= now() + make_interval(days => ${sql.raw(String(aheadDays))})
      order by r.report_due_at, r.number limit 20) w)`,
  sentence: ({ name, due, count }, i18n) =>
    i18n.t(count ? 'initiatives.home.reportLate' : 'initiatives.home.report', {
      title: i18n.text(name).value,
      until: due ? i18n.dateTime(due) : '',
    }),
  path: ({ id }) => `/realisations/${id}/reports/new`,
}

/** What members of the viewer's have promised and not yet given. */
const ownPledges: HomePart = {
  key: 'own-pledges',
  title: 'initiatives.home.ownPledges',
  when: canTakePart,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', w.name) order by w.pledged_at, w.id), '[]'::json)
    from (
      select p.id, r.number, p.pledged_at, jsonb_build_object(p.content_locale, p.what) as name
      from initiatives.pledges p
      join initiatives.realisations r on r.umbrella_id = p.umbrella_id and r.id = p.realisation_id
      where ${goesOn} and p.status = 'pledged' and p.membership_id in (select id from mine)
      order by p.pledged_at, p.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.text(name).value,
  path: ({ id }) => `/realisations/${id}/pledges`,
}

/** Promises of others to a working group of the viewer's: somebody there says that they have come. */
const arrivals: HomePart = {
  key: 'arrivals',
  title: 'initiatives.home.arrivals',
  when: canTakePart,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number || '/pledges/' || w.id, 'name', w.name)
      order by w.pledged_at, w.id), '[]'::json)
    from (
      select p.id, r.number, p.pledged_at, jsonb_build_object(p.content_locale, p.what) as name
      from initiatives.realisations r
      join initiatives.pledges p on p.umbrella_id = r.umbrella_id and p.realisation_id = r.id
      where ${goesOn} and p.status = 'pledged' and p.membership_id not in (select id from mine)
        and exists (select 1 from initiatives.realisation_members m join mine on mine.id = m.membership_id
          where m.umbrella_id = r.umbrella_id and m.realisation_id = r.id and m.left_at is null)
      order by p.pledged_at, p.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.text(name).value,
  path: ({ id }) => `/realisations/${id}/arrival`,
}

/** What has stalled and nobody has offered to take over. */
const stalled: HomePart = {
  key: 'stalled',
  title: 'initiatives.home.stalled',
  when: actsWithVote,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', w.title) order by w.stalled_at, w.number), '[]'::json)
    from (
      select r.number, r.stalled_at, ${titled} as title from initiatives.realisations r
      where r.umbrella_id = platform.current_umbrella() and r.status = 'stalled'
        and exists (select 1 from mine where mine.form <> 'agreement' and mine.id <> r.membership_id)
        and not exists (select 1 from initiatives.takeovers t
          where t.umbrella_id = r.umbrella_id and t.realisation_id = r.id and t.status = 'open')
      order by r.stalled_at, r.number limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.text(name).value,
  path: ({ id }) => `/realisations/${id}/takeover`,
}

/** What of realisations waits for somebody inside. */
export const realisationsAtHome: readonly HomePart[] = [
  waitingTasks,
  owedReports,
  ownPledges,
  arrivals,
  stalled,
]
