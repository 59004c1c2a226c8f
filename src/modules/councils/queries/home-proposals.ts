import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isInside } from '#platform/http/viewer.ts'
import { stalledDays } from '../rules.ts'

/** Proposals whose letter was answered: the viewer keeps them and has not written the next step down. */
const answered: HomePart = {
  key: 'proposals-answered',
  title: 'councils.home.answered',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number, 'person', w.title, 'due', w.answered_on)), '[]'::json)
    from (select * from councils.proposals_answered() limit 10) w)`,
  sentence: ({ person, due }, i18n) =>
    i18n.t('councils.home.answeredOne', { title: person ?? '', day: due ? i18n.date(due) : '' }),
  path: ({ id }) => `/legislation/${id}/steps/new?kind=answered`,
}

const rule = sql`coalesce((select (r.value #>> '{}')::integer from platform.rules r
  where r.umbrella_id = platform.current_umbrella() and r.key = ${stalledDays.key} and r.valid_from <= now()
  order by r.version desc limit 1), ${stalledDays.fallback}::integer)`

/** Proposals that the viewer keeps and to which nothing has happened for as long as the rule says. */
const stalled: HomePart = {
  key: 'proposals-stalled',
  title: 'councils.home.stalled',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number, 'person', w.title, 'count', w.days)), '[]'::json)
    from (
      select p.number, p.title, network.today() - councils.last_step_on(p.id) as days from councils.proposals p
      where p.umbrella_id = platform.current_umbrella() and p.stage not in ('law', 'declined', 'lapsed')
        and councils.last_step_on(p.id) <= network.today() - ${rule} and councils.keeps_proposal(p.council_id)
      order by days desc, p.number limit 10) w)`,
  sentence: ({ person, count }, i18n) =>
    i18n.t('councils.home.stalledOne', { title: person ?? '', days: count ?? 0 }),
  path: ({ id }) => `/legislation/${id}`,
}

export const proposalHome: readonly HomePart[] = [answered, stalled]
