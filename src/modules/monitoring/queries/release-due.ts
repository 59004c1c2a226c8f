import { sql } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { HomePart } from '#platform/http/home-part.ts'
import { isMonitor } from '../policy/monitors.ts'

/** Until which day a release is expected that is not there yet (ISO); null when none is. */
export async function releaseDueOf(tx: Tx): Promise<string | null> {
  const [found] = await rows<{ until: string | null }>(
    tx,
    'monitoring.release-due',
    'select monitoring.release_due()::text as until',
  )
  return found!.until
}

/** That a release is due, for those who ask for one and publish it. */
export const dueRelease: HomePart = {
  key: 'releaseDue',
  title: 'monitoring.statistics.current',
  when: isMonitor,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', 'release', 'name', null)), '[]'::json)
    from (select monitoring.release_due() as until) d where d.until is not null and monitoring.is_monitor())`,
  sentence: (_, i18n) => i18n.t('monitoring.statistics.due.home'),
  path: () => '/statistics/current',
}
