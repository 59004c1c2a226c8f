import * as z from 'zod'
import { requiredText } from '#modules/network/index.ts'
import { type IncidentMap, incidentMap } from '../import/incident-map.ts'

/** The chronicle and, if somebody has one, its mapping are read beside the form, see `uploaded`. */
export const fileForm = z.object({})

/** The mapping in a file, or what is wrong with it, in the words of the reader of mappings. */
export function readMap(text: string): { ok: true; map: IncidentMap } | { ok: false; problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problem: (error as Error).message }
  }
  const read = incidentMap.safeParse(parsed)
  if (read.success) return { ok: true, map: read.data }
  const [issue] = read.error.issues
  return { ok: false, problem: [issue!.path.join('.'), issue!.message].filter(Boolean).join(': ') }
}

/** Why two coordinators shall undo an import. */
export const undoForm = z.object({ reason: requiredText(1000) })
