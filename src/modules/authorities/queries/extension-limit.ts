import type { Tx } from '#platform/database/scope.ts'
import { findRule } from '../deadlines/rules/shipped.ts'
import { openClocks } from './clock-facts.ts'

/** How long a body may take for an answer: not longer than now, until a day, or as long as it says. */
export type ExtensionLimit = { how: 'none' } | { how: 'until'; day: string } | { how: 'named' }

/** What the law allows of an extension of the clock that runs; null while none runs. The strictest of several. */
export async function extensionLimit(tx: Tx, communication: string): Promise<ExtensionLimit | null> {
  const running = (await openClocks(tx, communication)).filter(({ state }) => state === 'running')
  if (running.length === 0) return null
  if (running.some(({ rule }) => !findRule(rule)?.extension)) return { how: 'none' }
  const [day] = running.flatMap(({ capOn }) => capOn ?? []).sort()
  return day ? { how: 'until', day } : { how: 'named' }
}
