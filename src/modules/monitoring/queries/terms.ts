import { isNull } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Layer } from '../schema/incidents.ts'
import { ownTerms } from '../schema/terms.ts'

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
