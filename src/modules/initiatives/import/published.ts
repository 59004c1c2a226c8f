import type { Election } from './pabulib.ts'
import type { Problem } from './pabulib-lines.ts'
import { compare, exact } from './pabulib-number.ts'

/** What the ballots give one project. `score` counts in units of 1/unit of its election. */
export type ProjectTotal = { id: string; votes: number; score: number }

/** What the file says was counted and its ballots do not give. */
export function publishedDifferences(election: Election, totals: readonly ProjectTotal[]): Problem[] {
  const byId = new Map(totals.map(total => [total.id, total]))
  const decimals = Math.log10(election.unit)
  return election.projects.flatMap(({ id, row, votes, score }) => {
    const found = byId.get(id) ?? { votes: 0, score: 0 }
    const differs = (column: string, stated: string, units: number, of: number): Problem[] => {
      const number = exact(stated.replace(/\s/g, ''))
      if (stated === '' || (number && compare(number, { units, decimals: of }) === 0)) return []
      const counted = units / 10 ** of
      return [{ row, column, problem: `The file says ${stated}; its ballots give ${counted}.` }]
    }
    // The score of an approval election is counted from more than its ballots.
    const scored = election.method === 'approval' ? [] : differs('score', score, found.score, decimals)
    return [...differs('votes', votes, found.votes, 0), ...scored]
  })
}
