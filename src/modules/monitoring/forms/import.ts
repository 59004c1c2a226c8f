import * as z from 'zod'
import { requiredText } from '#modules/network/index.ts'
import { type IncidentMap, incidentMap } from '../import/incident-map.ts'

/** The file itself is read beside the form, see `uploaded`. `map`: a mapping as JSON; empty: one is proposed. */
export const importForm = z.object({
  map: z.string().max(100_000).default(''),
  step: z.enum(['try', 'record']).default('try'),
})

/** The mapping that was written, or what is wrong with it, in the words of the reader of mappings. */
export function readMap(text: string): { ok: true; map: IncidentMap } | { ok: false; problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
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
