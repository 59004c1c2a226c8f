import type { Tx } from '#platform/database/scope.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { findRule } from '../deadlines/rules/shipped.ts'
import { openClocks } from '../queries/clock-facts.ts'

type Extension = { communication: string; kind: string; dueOn?: Temporal.PlainDate }

/** Why a body may not take that long: the law knows no extension, or none beyond its cap. Null when it may. */
export async function extensionRefused(
  tx: Tx,
  { communication, kind, dueOn }: Extension,
): Promise<Refusal | null> {
  if (kind !== 'extended' || !dueOn) return null
  for (const { rule, state, capOn } of await openClocks(tx, communication)) {
    if (state !== 'running') continue
    if (capOn && dueOn.toString() > capOn)
      return refuse('authorities.deadline.refusal.beyondCap', { cap: capOn.split('-').reverse().join('.') })
    if (!findRule(rule)?.extension) return refuse('authorities.deadline.refusal.noExtension')
  }
  return null
}
