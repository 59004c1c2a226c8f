import { rows, type Tx } from '#platform/database/scope.ts'
import type { Json } from '#platform/journal/record.ts'
import type { DecisionKind, DecisionMethod, DecisionOutcome, DecisionStatus } from '../schema/decisions.ts'

/** A decision as everybody may read it: personal matters are not among them. Moments are ISO text in UTC. */
export type PublishedDecision = {
  number: number
  id: string
  kind: DecisionKind
  method: DecisionMethod
  /** Number of the initiative that is decided, if it is one. */
  initiative: number | null
  round: number
  /** Number of the earlier decision that it continues. */
  previous: number | null
  title: Record<string, string>
  status: DecisionStatus
  outcome: DecisionOutcome | null
  /** Number of the decision by which the members set it aside; it holds no longer. */
  setAsideBy: number | null
  /** What is new since the earlier decision. */
  news: Record<string, string> | null
  electorate: number
  /** Running while the decision does, then for good. */
  tally: Json
  openedAt: string
  discussionUntil: string
  closesAt: string
  countdownUntil: string | null
  sealedAt: string | null
  fingerprint: string
  logHash: string | null
}

const moment = (column: string) => `to_char(d.${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const published = `
  select d.number, d.id, d.kind, d.method, i.number as initiative, d.round, p.number as previous, d.title, d.status, d.outcome,
    initiatives.set_aside_by(d.id) as "setAsideBy", d.news,
    d.electorate, coalesce(d.tally, (
      select json_object_agg(t.choice, t.n order by t.choice) from (
        select choice, sum(n) as n from initiatives.tallies
        where umbrella_id = d.umbrella_id and decision_id = d.id group by choice) t)::jsonb, '{}') as tally,
    ${moment('opened_at')} as "openedAt", ${moment('discussion_until')} as "discussionUntil",
    ${moment('closes_at')} as "closesAt", ${moment('countdown_until')} as "countdownUntil",
    ${moment('sealed_at')} as "sealedAt", encode(d.fingerprint, 'hex') as fingerprint,
    encode(d.log_hash, 'hex') as "logHash"
  from initiatives.decisions d
  left join initiatives.initiatives i on d.kind = 'initiative' and i.umbrella_id = d.umbrella_id and i.id = d.subject_id
    and i.status <> 'draft'
  left join initiatives.decisions p on p.umbrella_id = d.umbrella_id and p.id = d.previous_id
  where d.umbrella_id = platform.current_umbrella() and not d.secret`

export type DecisionFilter = { status: DecisionStatus | null; before: number | null; limit: number }

/** The newest first. */
export const publishedDecisions = (
  tx: Tx,
  { status, before, limit }: DecisionFilter,
): Promise<PublishedDecision[]> =>
  rows(
    tx,
    'initiatives.published-decisions',
    `${published} and ($1::text is null or d.status = $1) and ($2::integer is null or d.number < $2)
     order by d.number desc limit $3`,
    [status, before, limit],
  )

/** One decision with the text that is decided, or undefined. */
export async function publishedDecision(
  tx: Tx,
  number: number,
): Promise<(PublishedDecision & { text: Json }) | undefined> {
  const [found] = await rows<PublishedDecision & { text: Json }>(
    tx,
    'initiatives.published-decision',
    `${published.replace('select d.number,', 'select d.text, d.number,')} and d.number = $1`,
    [number],
  )
  return found
}
