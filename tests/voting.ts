import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import type { Choice } from '#modules/initiatives/schema/decisions.ts'
import type { Database } from '#platform/database/open.ts'
import { writeAs } from './admission.ts'
import { endVoting, newVoters, vote } from './decisions.ts'
import { newUmbrella } from './umbrella.ts'

/** A coalition of members, each with somebody who acts for it, and what happens to its decisions. */
export async function votingCoalition(database: Database, members: number) {
  const umbrella = await newUmbrella(database)
  const voters = await newVoters(database, umbrella, members)

  /** Votes in the order of the voters, and lets the time be over: the decision is sealed. */
  async function decide(decision: string, votes: readonly Choice[]): Promise<void> {
    for (const [n, choice] of votes.entries()) {
      const cast = await vote(database, umbrella, decision, voters[n]!, choice)
      if (!cast.ok) throw new Error(cast.reason)
    }
    await endVoting(database, decision)
    const advance = await writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
    if (advance !== 'sealed') throw new Error(`the decision was not sealed: ${advance}`)
  }

  return { umbrella, voters, decide }
}

/** Lets the discussion of a proposal be over. */
export async function endDiscussion(database: Database, proposal: string): Promise<void> {
  await database.owner.query(
    `update initiatives.proposals set discussion_since = discussion_since - interval '40 days',
       discussion_until = discussion_until - interval '40 days' where id = $1`,
    [proposal],
  )
}
