import { rows, type Tx } from '#platform/database/scope.ts'
import type { Choice, Tally } from '../schema/decisions.ts'

/** What the positions add up to, and how many yes there are when no ballot in doubt counts. */
export type Counted = { tally: Tally; undoubted: number }

/** Counts every position: exact, for the end. */
export async function countPositions(tx: Tx, decision: string): Promise<Counted> {
  const [counted] = await rows<Tally & { undoubted: number }>(
    tx,
    'decisions.count',
    'select yes, no, abstain, stand_aside, undoubted from initiatives.count_positions($1)',
    [decision],
  )
  const { undoubted, ...tally } = counted!
  return { tally, undoubted }
}

/** The running tally: 256 rows however many voted. */
export async function runningTally(tx: Tx, decision: string): Promise<Tally> {
  const found = await rows<{ choice: Choice; n: number }>(
    tx,
    'decisions.tally',
    `select choice, sum(n) as n from initiatives.tallies
     where umbrella_id = platform.current_umbrella() and decision_id = $1 group by choice`,
    [decision],
  )
  const tally: Tally = { yes: 0, no: 0, abstain: 0, stand_aside: 0 }
  for (const { choice, n } of found) tally[choice] = Number(n)
  return tally
}
