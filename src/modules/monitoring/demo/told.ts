import type { Outcome } from '#platform/refusal.ts'

/** What came of an act of the demonstration. A story that the program refuses is a bug of the demonstration. */
export function told<T extends object>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> {
  if (!outcome.ok) throw new Error(`the demonstration: ${outcome.reason}`)
  return outcome as Extract<Outcome<T>, { ok: true }>
}
