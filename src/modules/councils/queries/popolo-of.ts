import type { Tx } from '#platform/database/scope.ts'
import { writePopolo } from '../popolo/write.ts'
import type { PopoloObject } from '../schema/of-popolo.ts'
import { popoloCouncil, popoloRows } from './popolo.ts'

/**
 * Popolo JSON of the umbrella, or of one council; null when there is none. A council that came alone in its file is given out
 * with everything that came with it.
 */
export async function popoloOf(tx: Tx, slug: string | null): Promise<PopoloObject | null> {
  if (slug === null) return writePopolo(await popoloRows(tx, { council: null, source: null }))
  const council = await popoloCouncil(tx, slug)
  if (!council) return null
  const rows = await popoloRows(tx, { council: council.id, source: council.source })
  return writePopolo(council.alone ? rows : { ...rows, sources: [] }, council.alone ? null : council.id)
}
