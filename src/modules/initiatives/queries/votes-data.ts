import { rows, type Tx } from '#platform/database/scope.ts'

type OwnBallot = { decision: number; member: string; choice: string; channel: string; cast_at: string }

/** What a person takes along of votes: the ballots that they cast or confirmed for a member. They stay the member's. */
export async function exportVotes(tx: Tx): Promise<{ votes: OwnBallot[] }> {
  const votes = await rows<OwnBallot>(
    tx,
    'decisions.own-ballots',
    'select decision, member, choice, channel, cast_at from initiatives.own_ballots()',
  )
  return { votes }
}
