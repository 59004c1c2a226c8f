import { rows, type Tx } from '#platform/database/scope.ts'
import { isId } from '#platform/http/params.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import { bodyNameIn } from './body-order.ts'

export type FoundBody = { id: string; name: Localised; hasOfficers: boolean }

/**
 * Public bodies whose name has all the words that were typed, and the one chosen before, but never `but`; at most twenty, by the name
 * that is read.
 * Nothing typed finds nothing.
 */
export async function forwardingTargets(
  tx: Tx,
  { typed, chosen, but }: { typed: string; chosen: string; but: string },
  locale: Locale,
): Promise<FoundBody[]> {
  const words = searchKey(typed).split(' ').filter(Boolean).slice(0, 8)
  if (words.length === 0 && !isId(chosen)) return []
  return rows(
    tx,
    `authorities.forwarding-targets-${locale}`,
    `select b.id, b.name, authorities.has_officers(b.id) as "hasOfficers" from authorities.bodies b
     where b.id <> $2 and b.ended_on is null
       and (b.id = $3 or cardinality($1::text[]) > 0
         and not exists (select 1 from unnest($1::text[]) w where position(w in b.search_key) = 0))
     order by ${bodyNameIn[locale]}, b.id limit 20`,
    [words, but, isId(chosen) ? chosen : null],
  )
}
