import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { DirectoryAsk } from '../forms/directory.ts'
import type { Group } from '../search/groups.ts'
import type { Pass } from '../search/plan.ts'
import type { Asker, Found } from './directory.ts'
import { askListed } from './directory-listed.ts'
import { hasAll, textArray } from './directory-terms.ts'

type From = DirectoryAsk['from']

const ordering = ({ direction }: From) =>
  direction === 'after' ? { order: sql`asc`, sign: sql`>` } : { order: sql`desc`, sign: sql`<` }

function placed(from: From, pass: Pass): SQL {
  if (from.cursor?.kinship !== pass.kinship) return sql`true`
  return sql`(t.weight, t.membership_id) ${ordering(from).sign} (${from.cursor.at}::smallint, ${from.cursor.id}::uuid)`
}

// Every term has its members nearest first; merged, they are looked through only until the page is full.
function nearestFirst({ umbrella }: Asker, { terms }: Group, from: From, place: SQL): SQL {
  const { order } = ordering(from)
  const lists = terms.map(
    term => sql`(select t.weight, t.membership_id from network.directory_terms t
      where t.umbrella_id = ${umbrella} and t.term = ${term} and ${place}
      order by t.weight ${order}, t.membership_id ${order})`,
  )
  return sql`(select distinct on (weight, membership_id) weight, membership_id as candidate
    from (${sql.join(lists, sql` union all `)}) merged order by weight ${order}, membership_id ${order} offset 0)`
}

const everyone = ({ umbrella }: Asker, { terms }: Group, place: SQL): SQL => sql`
  (select distinct t.weight, t.membership_id as candidate from network.directory_terms t
    where t.umbrella_id = ${umbrella} and t.term = any(${textArray(terms)}) and ${place} offset 0)`

function passQuery(asker: Asker, pass: Pass, from: From, size: number): SQL {
  const { order } = ordering(from)
  const place = placed(from, pass)
  const candidates = pass.inOrder
    ? nearestFirst(asker, pass.start, from, place)
    : everyone(asker, pass.start, place)
  const closer = pass.closer.length > 0 ? sql`not (${hasAll(pass.closer)})` : sql`true`
  return sql`select * from (
    select d.entry, ${sql.raw(String(pass.kinship))} as kinship, c.weight as at
    from ${candidates} c cross join lateral (select d.* from network.directory d
      where d.umbrella_id = ${asker.umbrella} and d.membership_id = c.candidate
        and ${hasAll(pass.groups)} and ${closer} offset 0) d
    order by c.weight ${order}, c.candidate ${order} limit ${size}) pass`
}

const isAhead = ({ kinship }: Pass, { direction, cursor }: From): boolean =>
  !cursor || (direction === 'after' ? kinship >= cursor.kinship : kinship <= cursor.kinship)

/**
 * Members found by the passes of a search, `size` of them, closest kinship first and within it the nearest name first
 * (backwards for `before`). A pass is not run when those before it have filled the page.
 */
export async function soughtEntries(
  tx: Tx,
  asker: Asker,
  passes: readonly Pass[],
  from: From,
  size: number,
): Promise<Found[]> {
  const ahead = passes.filter(pass => isAhead(pass, from))
  if (from.direction === 'before') ahead.reverse()
  if (ahead.length === 0) return []
  const queries = ahead.map(pass => passQuery(asker, pass, from, size))
  // The parts come in this order: nothing here runs in parallel workers, and APPEND stops at the limit.
  return askListed(tx, sql`${sql.join(queries, sql` union all `)} limit ${size}`)
}
