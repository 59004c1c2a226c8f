import type { Tx } from '#platform/database/scope.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { extensionLimit } from '../queries/extension-limit.ts'

type Extension = { communication: string; kind: string; dueOn?: Temporal.PlainDate }

/** Why a body may not take that long: the law knows no extension, or none beyond its cap. Null when it may. */
export async function extensionRefused(
  tx: Tx,
  { communication, kind, dueOn }: Extension,
): Promise<Refusal | null> {
  if (kind !== 'extended' || !dueOn) return null
  const limit = await extensionLimit(tx, communication)
  if (limit?.how === 'none') return refuse('authorities.deadline.refusal.noExtension')
  if (limit?.how === 'until' && dueOn.toString() > limit.day)
    return refuse('authorities.deadline.refusal.beyondCap', { cap: limit.day.split('-').reverse().join('.') })
  return null
}
