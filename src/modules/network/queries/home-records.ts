import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'

/** Merges that wait for an organisation for which the viewer acts; the other one may belong to another umbrella. */
export const waitingMerges: HomePart = {
  key: 'merges',
  title: 'network.home.merges',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.id), '[]'::json)
    from (
      select m.id, o.name from network.merges m
      join network.organisations o on o.id in (m.survivor_id, m.merged_id)
      where m.status = 'awaiting' and o.id in (select organisation_id from mine)
        and not exists (select 1 from network.merge_answers a
          where a.umbrella_id = m.umbrella_id and a.merge_id = m.id and a.organisation_id = o.id)
      order by m.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.merge', { name: i18n.text(name).value }),
  path: ({ id }) => `/merges/${id}`,
}
