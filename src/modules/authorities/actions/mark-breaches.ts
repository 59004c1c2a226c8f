import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { deadlineIsBreached, deadlineIsNear, type ToldClock } from '../emails/deadlines.ts'
import { stepTaken } from '../events.ts'
import type { CommunicationStatus } from '../schema/communications.ts'

type Overdue = ToldClock & { communication: string; today: string }

const atOnce = 200
const nearDays = 3

async function breach(tx: Tx, clock: Overdue): Promise<void> {
  const step = newId()
  const [led] = await rows<{ status: CommunicationStatus | null }>(
    tx,
    'authorities.breach',
    'select authorities.breach_deadline($1, $2) as status',
    [clock.deadline, step],
  )
  const status = led?.status
  if (!status) return
  const { communication, membership: member } = clock
  await record(tx, {
    ...{ action: 'authorities.step_breached', member, visibility: 'members' },
    subject: { type: 'communication', id: communication },
  })
  const onDay = Temporal.PlainDate.from(clock.today)
  await stepTaken.emit(tx, { communication, step, kind: 'breached', status, onDay })
  await deadlineIsBreached(tx, clock)
}

/**
 * Writes down, in nobody's name, that bodies let their time pass: overdue is what was due before today. Returns how many;
 * call again while it is as many as `atOnce`.
 */
export async function markBreaches(tx: Tx): Promise<{ marked: number; more: boolean }> {
  const overdue = await rows<Overdue>(
    tx,
    'authorities.overdue',
    `select deadline, communication, number, membership, due_on::text, network.today()::text as today
     from authorities.overdue_deadlines($1)`,
    [atOnce],
  )
  for (const clock of overdue) await breach(tx, clock)
  return { marked: overdue.length, more: overdue.length === atOnce }
}

/** Tells the sender's people three days before, once; after days of standing still, with the days that are truly left. */
export async function remindOfDeadlines(tx: Tx): Promise<number> {
  const near = await rows<ToldClock>(
    tx,
    'authorities.near',
    'select deadline, number, membership, due_on::text, days from authorities.claim_notices($1)',
    [nearDays],
  )
  for (const clock of near) await deadlineIsNear(tx, clock)
  return near.length
}
