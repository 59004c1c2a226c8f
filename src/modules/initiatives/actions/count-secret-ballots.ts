import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { LinesHash, type SecretBallotRecord, type VoterRecord } from '../recount/canonical.ts'
import type { Tally } from '../schema/decisions.ts'

export type SecretCount = { tally: Tally; logHash: Buffer }

/**
 * Opens the urn of a secret decision whose time is over, inside the transaction that seals it: every ballot gets a new
 * random id and a new place, who voted for a member is forgotten, and only then is counted. Throws while voting runs.
 */
export async function countSecretBallots(tx: Tx, decision: string): Promise<SecretCount> {
  const { rows: ballots } = await tx.execute<SecretBallotRecord>(
    sql`select ballot, choice from initiatives.open_urn(${decision}) order by ballot`,
  )
  const { rows: voters } = await tx.execute<VoterRecord>(sql`
    select elector_id as voter from initiatives.secret_voters
    where umbrella_id = platform.current_umbrella() and decision_id = ${decision} order by elector_id`)
  const tally: Tally = { yes: 0, no: 0, abstain: 0, stand_aside: 0 }
  const hash = new LinesHash()
  for (const ballot of ballots) {
    tally[ballot.choice as keyof Tally]++
    hash.add(ballot)
  }
  for (const voter of voters) hash.add(voter)
  return { tally, logHash: hash.digest() }
}
