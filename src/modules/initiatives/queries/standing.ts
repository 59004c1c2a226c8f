import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { DecisionKind, DecisionOutcome, DecisionStatus, Tally } from '../schema/decisions.ts'

/** How a decision stands now. */
export type Standing = {
  id: string
  number: number
  kind: DecisionKind
  title: Localised
  status: DecisionStatus
  outcome: DecisionOutcome | null
  /** Number of the decision by which the members set it aside. */
  setAsideBy: number | null
  secret: boolean
  electorate: number
  /** How many electors stand where; null while a secret ballot runs. */
  tally: Tally | null
  discussionUntil: Temporal.Instant
  /** When votes are not taken any more: the end of the countdown, where there is one. */
  endsAt: Temporal.Instant
}

type Row = Omit<Standing, 'tally' | 'discussionUntil' | 'endsAt'> &
  Tally & { discussionUntil: string; endsAt: string }

// The running tally has 256 rows at most, however many ballots there are.
const standing = `
  select d.id, d.number, d.kind, d.title, d.status, d.outcome, initiatives.set_aside_by(d.id) as "setAsideBy", d.secret, d.electorate,
    d.discussion_until as "discussionUntil", coalesce(d.countdown_until, d.closes_at) as "endsAt",
    coalesce(t.yes, 0)::integer as yes, coalesce(t.no, 0)::integer as no, coalesce(t.abstain, 0)::integer as abstain,
    coalesce(t.stand_aside, 0)::integer as stand_aside
  from initiatives.decisions d
  left join lateral (
    select sum(n) filter (where choice = 'yes') as yes, sum(n) filter (where choice = 'no') as no,
      sum(n) filter (where choice = 'abstain') as abstain, sum(n) filter (where choice = 'stand_aside') as stand_aside
    from initiatives.tallies where umbrella_id = d.umbrella_id and decision_id = d.id) t on not d.secret
  where d.umbrella_id = platform.current_umbrella() and d.method = 'majority'`

const toStanding = ({ yes, no, abstain, stand_aside, discussionUntil, endsAt, ...row }: Row): Standing => ({
  ...row,
  tally: row.secret ? null : { yes, no, abstain, stand_aside },
  discussionUntil: Temporal.Instant.from(discussionUntil),
  endsAt: Temporal.Instant.from(endsAt),
})

/** One decision by its number, or undefined. */
export async function standingOf(tx: Tx, number: number): Promise<Standing | undefined> {
  const [row] = await rows<Row>(tx, 'initiatives.standing', `${standing} and d.number = $1`, [number])
  return row && toStanding(row)
}

/** One decision by its key, or undefined. */
export async function standingOfKey(tx: Tx, id: string): Promise<Standing | undefined> {
  const [row] = await rows<Row>(tx, 'initiatives.standing-of-key', `${standing} and d.id = $1`, [id])
  return row && toStanding(row)
}

/** Decisions that run, the next to end first; at most 200. */
export async function runningDecisions(tx: Tx): Promise<Standing[]> {
  const running = await rows<Row>(
    tx,
    'initiatives.running',
    `${standing} and d.status in ('open', 'countdown') order by "endsAt", d.number limit 200`,
  )
  return running.map(toStanding)
}

/** How many electors have answered. */
export const answeredOf = ({ yes, no, abstain, stand_aside }: Tally): number =>
  yes + no + abstain + stand_aside
