import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Layer } from '../schema/incidents.ts'
import { ownTerms, terms } from '../schema/terms.ts'

/** The words of one vocabulary that can be chosen on a day, those of the umbrella last. */
export const termsOn = (tx: Tx, list: string, on: Temporal.PlainDate) =>
  tx
    .select({
      code: terms.code,
      parent: terms.parent,
      label: terms.label,
      definition: terms.definition,
      own: terms.own,
    })
    .from(terms)
    .where(
      and(
        eq(terms.list, list),
        lte(terms.validFrom, on.toString()),
        or(isNull(terms.validUntil), gt(terms.validUntil, on.toString())),
      ),
    )
    .orderBy(asc(terms.ordinal))

/** The coalition's own codes, for reading a file that uses them. */
export const ownCodes = async (tx: Tx): Promise<{ list: string; code: string; layer?: Layer }[]> => {
  const found = await tx
    .select({ list: ownTerms.list, code: ownTerms.code, layer: ownTerms.layer })
    .from(ownTerms)
    .where(isNull(ownTerms.validUntil))
  return found.map(({ list, code, layer }) => ({
    list,
    code,
    layer: (layer ?? undefined) as Layer | undefined,
  }))
}
