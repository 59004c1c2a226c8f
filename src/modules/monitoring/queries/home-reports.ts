import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isMonitor } from '../policy/monitors.ts'

/** How many reports wait for the monitors: a number, and nothing by which one could be told from another. */
export const waitingReports: HomePart = {
  key: 'incidentReports',
  title: 'monitoring.intake.list.title',
  when: isMonitor,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', 'reports', 'name', null, 'count', w.count)), '[]'::json)
    from (
      select count(*)::int as count from monitoring.reports r
      where r.umbrella_id = platform.current_umbrella() and monitoring.is_monitor()
        and (r.waiting_since is not null or r.incident_id is null and r.closed_on is null)
      having count(*) > 0) w)`,
  sentence: ({ count = 0 }, i18n) => i18n.t('monitoring.intake.home', { count }),
  path: () => '/reports',
}
