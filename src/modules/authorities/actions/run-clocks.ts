import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { capOf, dayOf } from '../deadlines/cap.ts'
import { computeDeadline } from '../deadlines/compute.ts'
import { namedStep } from '../deadlines/proof.ts'
import type { Rule } from '../deadlines/rules/rule.ts'
import { restartedByClarification, ruleFor } from '../deadlines/rules-for.ts'
import { calendarNow } from '../queries/calendars.ts'
import { clockFacts, openClocks, type RunningClock } from '../queries/clock-facts.ts'
import type { StepKind } from '../schema/steps.ts'

/** The step that moves clocks: what happened, and when. */
export type ClockStep = { communication: string; step: string; kind: StepKind; onDay: Temporal.PlainDate }

type Clock = { communication: string; step: string; body: string; rule: Rule; from: Temporal.PlainDate }

async function start(tx: Tx, { communication, step, body, rule, from }: Clock): Promise<void> {
  const calendar = await calendarNow(tx, rule.jurisdiction)
  const deadline = computeDeadline(rule, from, calendar)
  // A day beyond the calendar, or a letter older than the law: no date is better than a wrong one.
  if (!deadline.ok) return
  const dueOn = dayOf(deadline.due)
  await rows(
    tx,
    'authorities.start-clock',
    `insert into authorities.deadlines (communication_id, id, body_id, rule, rule_version, jurisdiction, calendar_version, from_on,
       first_due_on, due_on, cap_on, proof, started_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12)`,
    [
      ...[communication, newId(), body, rule.id, rule.version, rule.jurisdiction, calendar.version],
      ...[from.toString(), dueOn, capOf(rule, from, calendar), JSON.stringify(deadline.steps), step],
    ],
  )
}

type Ending = 'met' | 'superseded' | 'stopped'

/** Ends what runs. A clock that ran out before stays breached, with the day on which the body moved at last. */
async function end(tx: Tx, { communication, step, onDay }: ClockStep, ending: Ending): Promise<void> {
  await rows(
    tx,
    'authorities.end-clocks',
    `update authorities.deadlines set ended_by = $2, ended_on = $3,
       state = case when state = 'breached' or ($4 = 'met' and $3::date > due_on) then 'breached' else $4 end
     where umbrella_id = platform.current_umbrella() and communication_id = $1 and ended_by is null`,
    [communication, step, onDay.toString(), ending],
  )
}

const startsWhen = ({ starts }: Rule): StepKind => (starts === 'registration' ? 'registered' : 'sent')

async function sent(tx: Tx, step: ClockStep): Promise<void> {
  const facts = await clockFacts(tx, step.communication)
  const rule = facts && ruleFor({ jurisdiction: facts.jurisdiction, kind: facts.bodyKind }, facts.kind)
  if (!rule || startsWhen(rule) !== 'sent') return
  await start(tx, { ...step, body: facts.body, rule, from: step.onDay })
}

// What a body registers it has received: the period of receipt runs from then. A period from filing does not move.
async function registered(tx: Tx, step: ClockStep): Promise<void> {
  const facts = await clockFacts(tx, step.communication)
  const rule = facts && ruleFor({ jurisdiction: facts.jurisdiction, kind: facts.bodyKind }, facts.kind)
  if (!rule) return
  const open = await openClocks(tx, step.communication)
  const same = open.find(clock => clock.rule === rule.id)
  if (same && (rule.starts === 'filing' || same.fromOn === step.onDay.toString())) return
  if (same?.state === 'breached' || same?.extended) return
  await end(tx, step, 'superseded')
  await start(tx, { ...step, body: facts.body, rule, from: step.onDay })
}

// The first body is out; the new one's period runs from the day on which it got the letter.
async function forwarded(tx: Tx, step: ClockStep): Promise<void> {
  await end(tx, step, 'stopped')
  await sent(tx, step)
}

async function clarified(tx: Tx, step: ClockStep): Promise<void> {
  const facts = await clockFacts(tx, step.communication)
  const rule = facts && ruleFor({ jurisdiction: facts.jurisdiction, kind: facts.bodyKind }, facts.kind)
  if (!rule || !restartedByClarification.has(rule.id)) return
  await end(tx, step, 'superseded')
  await start(tx, { ...step, body: facts.body, rule, from: step.onDay })
}

async function extend(tx: Tx, clock: RunningClock, dueOn: Temporal.PlainDate): Promise<void> {
  await rows(
    tx,
    'authorities.extend-clock',
    `update authorities.deadlines set due_on = $2, extended = true, proof = proof || $3::jsonb
     where umbrella_id = platform.current_umbrella() and id = $1`,
    [clock.id, dueOn.toString(), JSON.stringify([namedStep(dueOn.toString(), clock.capOn)])],
  )
}

async function extended(tx: Tx, { communication, step }: ClockStep): Promise<void> {
  const [told] = await rows<{ dueOn: string }>(
    tx,
    'authorities.extended-to',
    'select due_on::text as "dueOn" from authorities.steps where umbrella_id = platform.current_umbrella() and id = $1',
    [step],
  )
  const dueOn = Temporal.PlainDate.from(told!.dueOn)
  // One that ran out is not mended by a later letter, nor does an extension shorten the period.
  for (const clock of await openClocks(tx, communication))
    if (clock.state === 'running' && dueOn.toString() > clock.dueOn) await extend(tx, clock, dueOn)
}

const moves: Partial<Record<StepKind, (tx: Tx, step: ClockStep) => Promise<void>>> = {
  sent,
  registered,
  forwarded,
  clarified,
  extended,
  answered: (tx, step) => end(tx, step, 'met'),
  returned: (tx, step) => end(tx, step, 'stopped'),
  closed: (tx, step) => end(tx, step, 'stopped'),
  withdrawn: (tx, step) => end(tx, step, 'stopped'),
}

/** Starts, moves and stops the clocks of a communication after a step. */
export async function runClocks(tx: Tx, step: ClockStep): Promise<void> {
  await moves[step.kind]?.(tx, step)
}
