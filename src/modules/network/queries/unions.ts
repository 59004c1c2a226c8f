import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** An edge between two organisations, seen from one of them. */
export type EdgeView = {
  union: string
  child: string
  /** The organisation on the other side. */
  other: string
  name: Localised
  side: 'below' | 'above'
  since: string
  confirmed: boolean
  /** The other side's membership in this umbrella. */
  membership: string | null
  /** Whether the asker may confirm it: acts for the child. */
  mayConfirm: boolean
}

/** The direct unions of an organisation, those that wait for an answer first. For its own people. */
export async function edgesOf(tx: Tx, organisation: string): Promise<EdgeView[]> {
  const { rows } = await tx.execute<{ view: EdgeView }>(sql`
    select json_build_object('union', case r ->> 'side' when 'below' then ${organisation}::uuid else (r ->> 'id')::uuid end,
      'child', case r ->> 'side' when 'below' then (r ->> 'id')::uuid else ${organisation}::uuid end,
      'other', r ->> 'id', 'name', r -> 'name', 'side', r ->> 'side', 'since', r ->> 'since', 'confirmed', (r -> 'confirmed')::text::boolean,
      'membership', r ->> 'membership', 'mayConfirm', network.may_alter_organisation(
        case r ->> 'side' when 'below' then (r ->> 'id')::uuid else ${organisation}::uuid end)) as view
    from json_array_elements(coalesce(network.union_tree(${organisation}), '[]')) r
    where r ->> 'side' = 'above' or r ->> 'parent' = ${organisation}::text
    order by (r -> 'confirmed')::text::boolean, r ->> 'side', r ->> 'since'`)
  return rows.map(row => row.view)
}
