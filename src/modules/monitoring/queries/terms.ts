import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { terms } from '../schema/terms.ts'

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
