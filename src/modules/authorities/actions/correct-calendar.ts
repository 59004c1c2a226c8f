import { rows, type Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import type { Outcome } from '#platform/refusal.ts'

/**
 * What the second of two coordinators confirmed becomes a new version of the calendar. The clocks of this umbrella are
 * counted again at once, those of the others within the hour: the calendar is the whole installation's.
 */
export async function correctCalendar(tx: Tx, act: string): Promise<Outcome> {
  const [made] = await rows<{ version: number; umbrella: string }>(
    tx,
    'authorities.correct-calendar',
    'select authorities.correct_calendar($1) as version, platform.current_umbrella() as umbrella',
    [act],
  )
  const { version, umbrella } = made!
  await record(tx, {
    ...{ action: 'authorities.calendar_corrected', visibility: 'public', detail: { version } },
    subject: { type: 'act', id: act },
  })
  await enqueue(tx, 'authorities.recount-deadlines', { umbrella, id: umbrella })
  return { ok: true }
}
