import { type SQL, sql } from 'drizzle-orm'
import type { Group } from '../search/groups.ts'

export const textArray = (terms: readonly string[]): SQL => sql`${sql.param(terms)}::text[]`

const single = (groups: readonly Group[]): string[] =>
  groups.filter(({ terms }) => terms.length === 1).flatMap(({ terms }) => terms)
const several = (groups: readonly Group[]): readonly Group[] => groups.filter(({ terms }) => terms.length > 1)

const both = (conditions: SQL[]): SQL =>
  conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`

/** That the row `d` has at least one term of every group. */
export function hasAll(groups: readonly Group[]): SQL {
  const one = single(groups)
  return both([
    ...(one.length > 0 ? [sql`d.terms @> ${textArray(one)}`] : []),
    ...several(groups).map(({ terms }) => sql`d.terms && ${textArray(terms)}`),
  ])
}

// In a subselect, because a plan that is kept would make it anew for every row.
const signed = (terms: readonly string[]): SQL => sql`(select network.signature(${textArray(terms)}))`
const maySay = (terms: readonly string[]): SQL => sql`d.signature & ${signed(terms)} = ${signed(terms)}`

/** That the row `d` may have a term of every group: read from the index, without the row. Facets only. */
export function mayHaveAll(groups: readonly Group[]): SQL {
  const one = single(groups)
  const any = (terms: readonly string[]) =>
    sql.join(
      terms.map(term => maySay([term])),
      sql` or `,
    )
  return both([
    ...(one.length > 0 ? [maySay(one)] : []),
    ...several(groups).map(({ terms }) => sql`(${any(terms)})`),
  ])
}
