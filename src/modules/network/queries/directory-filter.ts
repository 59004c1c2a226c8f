import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { DirectoryAsk } from '../forms/directory.ts'
import type { Group } from '../search/groups.ts'
import { startOfList } from '../search/plan.ts'
import type { Asker, Found } from './directory.ts'
import { askListed } from './directory-listed.ts'
import { hasAll, mayHaveAll, textArray } from './directory-terms.ts'

type From = DirectoryAsk['from']

const ordering = ({ direction }: From) =>
  direction === 'after' ? { order: sql`asc`, sign: sql`>` } : { order: sql`desc`, sign: sql`<` }

function placed(name: SQL, from: From): SQL {
  if (!from.cursor) return sql`true`
  return sql`(${name}, d.membership_id) ${ordering(from).sign} (${from.cursor.at}, ${from.cursor.id}::uuid)`
}

// Along the names: the index alone says who may fit, only those are fetched. OFFSET 0 keeps the planner to that.
function alongNames(asker: Asker, filters: readonly Group[], name: SQL, from: From): SQL {
  const { order } = ordering(from)
  return sql`(select d.membership_id as candidate from network.directory d
      where d.umbrella_id = ${asker.umbrella} and ${placed(name, from)} and ${mayHaveAll(filters)}
      order by ${name} ${order}, d.membership_id ${order} offset 0) c
    cross join lateral (select d.* from network.directory d
      where d.umbrella_id = ${asker.umbrella} and d.membership_id = c.candidate and ${hasAll(filters)} offset 0) d`
}

function fromRarest(asker: Asker, start: Group, filters: readonly Group[], name: SQL, from: From): SQL {
  const others = filters.filter(group => group !== start)
  return sql`(select distinct t.membership_id as candidate from network.directory_terms t
      where t.umbrella_id = ${asker.umbrella} and t.term = any(${textArray(start.terms)})) c
    cross join lateral (select d.* from network.directory d
      where d.umbrella_id = ${asker.umbrella} and d.membership_id = c.candidate offset 0) d
    where ${placed(name, from)} and ${hasAll(others)}
    order by ${name} ${ordering(from).order}, d.membership_id ${ordering(from).order}`
}

/** Members whom all filters fit, in the order of their names (backwards for `before`), `size` of them. */
export async function filteredEntries(
  tx: Tx,
  asker: Asker,
  filters: readonly Group[],
  total: number,
  from: From,
  size: number,
): Promise<Found[]> {
  const name = sql.raw(`d.name_${asker.locale}`)
  const start = startOfList(filters, total, size)
  const source = start
    ? fromRarest(asker, start, filters, name, from)
    : alongNames(asker, filters, name, from)
  return askListed(tx, sql`select d.entry, 0 as kinship, ${name} as at from ${source} limit ${size}`)
}
