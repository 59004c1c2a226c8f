import { rows, type Tx } from '#platform/database/scope.ts'
import type { Step } from '../deadlines/proof.ts'
import type { ClockState } from '../schema/deadlines.ts'

/** One clock of a communication, as its page shows it. */
export type DeadlineView = {
  id: string
  rule: string
  fromOn: string
  firstDueOn: string
  dueOn: string
  extended: boolean
  state: ClockState
  endedOn: string | null
  calendarVersion: number
  proof: Step[]
  /** How often its day was moved by a corrected calendar. */
  moved: number
}

/** The clocks of one communication, those that still wait first. */
export const deadlinesOf = (tx: Tx, communication: string): Promise<DeadlineView[]> =>
  rows(
    tx,
    'authorities.deadlines-of',
    `select d.id, d.rule, d.from_on::text as "fromOn", d.first_due_on::text as "firstDueOn", d.due_on::text as "dueOn", d.extended,
       d.state, d.ended_on::text as "endedOn", d.calendar_version as "calendarVersion", d.proof,
       (select count(*)::integer from authorities.deadline_changes c where c.umbrella_id = d.umbrella_id and c.deadline_id = d.id
         and not c.extended) as moved
     from authorities.deadlines d where d.umbrella_id = platform.current_umbrella() and d.communication_id = $1
     order by d.ended_by is not null, d.created_at desc, d.id`,
    [communication],
  )
