import { inArray } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { ownTerms } from '../schema/terms.ts'
import { shippedLists } from '../vocabulary/shipped.ts'

/** The words of codes in published tables, by list and code. */
export type Words = ReadonlyMap<string, Localised>

const lists = ['bias', 'types', 'target_groups'] as const

const shipped: [string, Localised][] = shippedLists
  .filter(({ list }) => lists.some(one => one === list))
  .flatMap(({ list, terms }) =>
    terms.map(({ code, label }): [string, Localised] => [`${list} ${code}`, label]),
  )

/** Words of the program and of the umbrella, those that have ended too: old numbers keep their names. */
export async function wordsOf(tx: Tx): Promise<Words> {
  const own = await tx
    .select({ list: ownTerms.list, code: ownTerms.code, label: ownTerms.label })
    .from(ownTerms)
    .where(inArray(ownTerms.list, [...lists]))
  return new Map([
    ...shipped,
    ...own.map(({ list, code, label }): [string, Localised] => [`${list} ${code}`, label]),
  ])
}
