import { rows, type Tx } from '#platform/database/scope.ts'
import type { Calendar, CalendarJurisdiction } from '../deadlines/calendars/calendar.ts'
import { capOf, dayOf } from '../deadlines/cap.ts'
import { computeDeadline } from '../deadlines/compute.ts'
import { namedStep, type Step } from '../deadlines/proof.ts'
import { findRule } from '../deadlines/rules/shipped.ts'
import { deadlineHasMoved, type ToldClock } from '../emails/deadlines.ts'
import { calendarAt } from '../queries/calendars.ts'

type Open = {
  id: string
  rule: string
  from_on: string
  first_due_on: string
  due_on: string
  cap_on: string | null
  extended: boolean
}

type Move = { id: string; first_due_on: string; due_on: string; cap_on: string | null; proof: Step[] }

/** How many clocks one transaction counts again: the site answers between two of them. */
const batch = 2000

export type Recount = { jurisdiction: CalendarJurisdiction; version: number }

/** Calendars that have a newer version than the clocks of this umbrella know. */
export const calendarsToRecount = (tx: Tx): Promise<Recount[]> =>
  rows(tx, 'authorities.to-recount', 'select jurisdiction, version from authorities.calendars_to_recount()')

/** What the new calendar makes of a clock; null where nothing moves. */
function recounted(clock: Open, calendar: Calendar): Move | null {
  const rule = findRule(clock.rule)
  if (!rule) return null
  const from = Temporal.PlainDate.from(clock.from_on)
  const deadline = computeDeadline(rule, from, calendar)
  if (!deadline.ok) return null
  const first = dayOf(deadline.due)
  const cap = capOf(rule, from, calendar)
  if (first === clock.first_due_on && cap === clock.cap_on) return null
  // A day that the body named stays, as long as the law still reaches that far.
  const named = cap && clock.due_on > cap ? cap : clock.due_on
  const longer = clock.extended && named > first
  const proof = longer ? [...deadline.steps, namedStep(named, cap)] : deadline.steps
  return { id: clock.id, first_due_on: first, due_on: longer ? named : first, cap_on: cap, proof }
}

async function move(tx: Tx, moves: Move[], version: number): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rows<ToldClock>(
    tx,
    'authorities.move-deadlines',
    `select deadline, number, membership, old_due_on::text, due_on::text from authorities.move_deadlines($1, $2)`,
    [JSON.stringify(moves), version],
  )
  const told = moved.filter(({ due_on, old_due_on }) => due_on !== old_due_on)
  for (const clock of told) await deadlineHasMoved(tx, clock)
  return told.length
}

/** Counts the next clocks again. Returns where to go on, or null when all are done: then the umbrella knows this version. */
export async function recountBatch(
  tx: Tx,
  { jurisdiction, version }: Recount,
  after: string,
): Promise<{ after: string | null; moved: number }> {
  const calendar = await calendarAt(tx, jurisdiction, version)
  const open = await rows<Open>(
    tx,
    'authorities.open-deadlines',
    `select id, rule, from_on::text, first_due_on::text, due_on::text, cap_on::text, extended
     from authorities.open_deadlines($1, $2, $3)`,
    [jurisdiction, after, batch],
  )
  const moves = open.map(clock => recounted(clock, calendar)).filter(one => one !== null)
  const moved = await move(tx, moves, version)
  if (open.length === batch) return { after: open.at(-1)!.id, moved }
  await tx.$client.query('select authorities.calendar_recounted($1, $2)', [jurisdiction, version])
  return { after: null, moved }
}
