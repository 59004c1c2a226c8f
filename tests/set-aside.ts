import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { raiseAppeal, signAppeal } from '#modules/initiatives/actions/appeal.ts'
import type { Database } from '#platform/database/open.ts'
import { writeAs } from './admission.ts'
import { endVoting, type Voter, vote } from './decisions.ts'

type Person = Pick<Voter, 'membership' | 'person'>

/** Three members appeal against a decision; the appeal is put to all. Returns the decision that answers. */
export async function appealStands(
  database: Database,
  umbrella: string,
  voters: readonly Person[],
  decision: string,
): Promise<string> {
  const [first, ...others] = voters.slice(0, 3)
  const grounds = 'Two members were never told that the vote had begun.'
  const raised = await writeAs(database, umbrella, first!.person, tx =>
    raiseAppeal(tx, { decision, membership: first!.membership, locale: 'en', grounds }),
  )
  if (!raised.ok) throw new Error(raised.reason)
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from initiatives.appeals where umbrella_id = $1 and number = $2',
    [umbrella, raised.number],
  )
  const appeal = rows[0]!.id
  for (const { person, membership } of others)
    await writeAs(database, umbrella, person, tx => signAppeal(tx, { appeal, membership }))
  const answer = await database.owner.query<{ id: string }>(
    'select answer_id as id from initiatives.appeals where id = $1 and answer_id is not null',
    [appeal],
  )
  if (!answer.rows[0]) throw new Error('the appeal does not stand')
  return answer.rows[0].id
}

/** The members uphold the appeal: the decision is set aside. */
export async function uphold(
  database: Database,
  umbrella: string,
  voters: readonly Person[],
  answer: string,
): Promise<void> {
  for (const voter of voters) {
    const cast = await vote(database, umbrella, answer, voter)
    if (!cast.ok) throw new Error(cast.reason)
  }
  await endVoting(database, answer)
  await writeAs(database, umbrella, null, tx => advanceDecision(tx, answer))
}

/** Both, one after the other. */
export const setAside = async (
  database: Database,
  umbrella: string,
  voters: readonly Person[],
  decision: string,
): Promise<void> =>
  uphold(database, umbrella, voters, await appealStands(database, umbrella, voters, decision))
