import { castBallot } from '#modules/initiatives/actions/cast-ballot.ts'
import { type NewDecision, openDecision } from '#modules/initiatives/actions/open-decision.ts'
import type { Choice, DecisionOutcome, DecisionStatus, Tally } from '#modules/initiatives/schema/decisions.ts'
import type { Database } from '#platform/database/open.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Act } from '#platform/http/module.ts'
import { newId } from '#platform/id.ts'
import type { Outcome } from '#platform/refusal.ts'
import { writeAs } from './admission.ts'
import { newCoordinator, newMandate, newMember } from './members.ts'
import { newPerson } from './umbrella.ts'

/** A member with somebody who acts for it. */
export type Voter = { membership: string; person: string; mandate: string }

/** A collective member with a primary representative. */
export async function newVoter(database: Database, umbrella: string): Promise<Voter> {
  const { membership } = await newMember(database, umbrella)
  const person = await newPerson(database, [umbrella])
  return { membership, person, mandate: await newMandate(database, umbrella, membership, person) }
}

export async function newVoters(database: Database, umbrella: string, count: number): Promise<Voter[]> {
  const voters: Voter[] = []
  for (let made = 0; made < count; made++) voters.push(await newVoter(database, umbrella))
  return voters
}

/** Asks the members, in nobody's name. Returns the decision's id. */
export async function ask(
  database: Database,
  umbrella: string,
  over: Partial<NewDecision> = {},
): Promise<string> {
  const subject = over.subject ?? newId()
  const outcome = await writeAs(database, umbrella, null, tx =>
    openDecision(tx, {
      kind: 'initiative',
      subject,
      title: { uk: 'Створити робочу групу', en: 'Set up a working group' },
      // Each asks about something else: the same text would be asked about again.
      text: { goals: { uk: `Створити робочу групу з освіти (${subject})` } },
      authoritative: 'uk',
      secret: false,
      round: 1,
      openedBy: null,
      ...over,
    }),
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.id
}

/** Votes as the voter's own person. */
export const vote = (
  database: Database,
  umbrella: string,
  decision: string,
  { membership, person }: Pick<Voter, 'membership' | 'person'>,
  choice: Choice = 'yes',
) =>
  writeAs(database, umbrella, person, tx =>
    castBallot(tx, {
      ...{ decision, membership, choice },
      statement: choice === 'stand_aside' ? { uk: 'Не від нашого імені' } : null,
    }),
  )

// As the owner of the tables: requests cannot move time.
const moveTo = async (database: Database, decision: string, times: string): Promise<void> => {
  await database.owner.query(`update initiatives.decisions set ${times} where id = $1`, [decision])
}

/** Lets the minimum of discussion be over, as if a week had passed. */
export const endDiscussion = (database: Database, decision: string) =>
  moveTo(
    database,
    decision,
    `opened_at = opened_at - interval '8 days', discussion_until = discussion_until - interval '8 days',
     closes_at = closes_at - interval '8 days'`,
  )

/** Lets the countdown be over since a moment. */
export const endCountdown = (database: Database, decision: string) =>
  moveTo(
    database,
    decision,
    `crossed_at = crossed_at - interval '3 days', countdown_until = now() - interval '1 millisecond'`,
  )

/** Lets the deadline be over since a moment. */
export const endVoting = (database: Database, decision: string) =>
  moveTo(
    database,
    decision,
    `opened_at = now() - interval '30 days', discussion_until = now() - interval '20 days',
     crossed_at = case when crossed_at is not null then now() - interval '1 day' end,
     countdown_until = case when crossed_at is not null then now() - interval '1 millisecond' end,
     closes_at = now() - interval '1 millisecond'`,
  )

export type State = {
  number: number
  status: DecisionStatus
  outcome: DecisionOutcome | null
  tally: Tally | null
  electorate: number
  /** The running tally, from its parts. */
  running: Tally
}

/** How a decision stands, as the owner of the tables sees it. */
export async function stateOfDecision(database: Database, decision: string): Promise<State> {
  const { rows } = await database.owner.query<State>(
    `select number, status, outcome, tally, electorate, (
       select jsonb_object_agg(choice, n) from (
         select choice, sum(n)::integer as n from initiatives.tallies where decision_id = $1 group by choice) t) as running
     from initiatives.decisions where id = $1`,
    [decision],
  )
  return rows[0]!
}

/** Two coordinators who act for no member. */
export async function twoCoordinators(database: Database, umbrella: string): Promise<[string, string]> {
  const one = await newPerson(database, [umbrella])
  const other = await newPerson(database, [umbrella])
  await newCoordinator(database, umbrella, one)
  await newCoordinator(database, umbrella, other)
  return [one, other]
}

/** Proposes a two-person act as the first coordinator, confirms it as the second and does what it says. */
export async function confirmedAct(
  database: Database,
  umbrella: string,
  [proposer, confirmer]: [string, string],
  kind: string,
  subject: string,
  apply: (tx: Tx, act: Act) => Promise<Outcome>,
): Promise<Outcome> {
  const id = newId()
  await writeAs(database, umbrella, proposer, tx =>
    tx.$client.query(
      `insert into people.acts (umbrella_id, id, kind, subject_id, payload, reason, proposed_by)
       values (platform.current_umbrella(), $1, $2, $3, '{"reason": "as agreed"}', 'as agreed', platform.current_account())`,
      [id, kind, subject],
    ),
  )
  return writeAs(database, umbrella, confirmer, async tx => {
    await tx.$client.query(
      `update people.acts set status = 'confirmed', decided_by = platform.current_account(), decided_at = now() where id = $1`,
      [id],
    )
    return apply(tx, { id, subject, payload: { reason: 'as agreed' } })
  })
}
