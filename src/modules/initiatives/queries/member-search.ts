import { type SQL, sql } from 'drizzle-orm'
import { searchKey } from '#platform/text/index.ts'

/** So many members a form offers at once; beyond them it asks for a name. */
export const mostOffered = 50

/** True for members whose name has every word sought, in any language and script; for all when nothing is sought. `membership` is an SQL uuid. */
export function isNamed(membership: SQL, sought: string): SQL {
  const words = searchKey(sought).split(' ').filter(Boolean)
  if (words.length === 0) return sql`true`
  return sql`exists (
    select 1 from network.memberships sought
    left join network.organisations o on o.id = sought.organisation_id
    left join network.individuals i on i.umbrella_id = sought.umbrella_id and i.membership_id = sought.id
    where sought.umbrella_id = platform.current_umbrella() and sought.id = ${membership}
      and not exists (select 1 from unnest(${sql.param(words)}::text[]) word
        where strpos(coalesce(o.search_key, i.search_key, ''), word) = 0))`
}
