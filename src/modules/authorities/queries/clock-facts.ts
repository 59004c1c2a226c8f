import { rows, type Tx } from '#platform/database/scope.ts'
import type { BodyKind, Jurisdiction } from '../schema/bodies.ts'
import type { CommunicationKind } from '../schema/communications.ts'

type Facts = {
  kind: CommunicationKind
  sentOn: string
  /** The body that must answer now: the one it was forwarded to last, or the addressee. */
  body: string
  jurisdiction: Jurisdiction
  bodyKind: BodyKind
}

/** What decides which clock runs for a communication. */
export async function clockFacts(tx: Tx, communication: string): Promise<Facts | null> {
  const [facts] = await rows<Facts>(
    tx,
    'authorities.clock-facts',
    `select c.kind, c.sent_on::text as "sentOn", b.id as body, b.jurisdiction, b.kind as "bodyKind"
     from authorities.communications c
     left join lateral (select s.to_body_id from authorities.steps s where s.umbrella_id = c.umbrella_id
       and s.communication_id = c.id and s.kind = 'forwarded' order by s.position desc limit 1) f on true
     join authorities.bodies b on b.id = coalesce(f.to_body_id, c.body_id)
     where c.umbrella_id = platform.current_umbrella() and c.id = $1`,
    [communication],
  )
  return facts ?? null
}

export type RunningClock = {
  id: string
  rule: string
  state: 'running' | 'breached'
  fromOn: string
  firstDueOn: string
  dueOn: string
  capOn: string | null
  extended: boolean
}

/** Clocks that still wait for the body: running, or run out and unanswered. */
export const openClocks = (tx: Tx, communication: string): Promise<RunningClock[]> =>
  rows(
    tx,
    'authorities.open-clocks',
    `select id, rule, state, from_on::text as "fromOn", first_due_on::text as "firstDueOn", due_on::text as "dueOn",
       cap_on::text as "capOn", extended
     from authorities.deadlines where umbrella_id = platform.current_umbrella() and communication_id = $1 and ended_by is null
     order by created_at, id`,
    [communication],
  )
