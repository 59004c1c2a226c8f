import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isCoordinator } from '#platform/http/viewer.ts'

/** How many mails wait for a coordinator to find out what they belong to. */
export const waitingMail: HomePart = {
  key: 'heldMail',
  title: 'authorities.mail.held.title',
  when: isCoordinator,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', 'held', 'name', null, 'count', w.count)), '[]'::json)
    from (
      select count(*)::int as count from authorities.incoming i
      where i.umbrella_id = platform.current_umbrella() and i.communication_id is null and i.status = 'held'
      having count(*) > 0) w)`,
  sentence: ({ count = 0 }, i18n) => i18n.t('authorities.mail.home', { count }),
  path: () => '/communications/held',
}
