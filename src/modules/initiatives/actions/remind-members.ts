import { rows, type Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { remindOfClosing, remindOfVoting } from '../emails/reminders.ts'
import { peopleOfWaiting } from '../queries/waiting-members.ts'

type Due = { decision: string; number: number; title: Record<string, string>; event: string; until: string }

// Two days before the end: a day is left for whoever reads mail every other day.
const due = `
  with due as (
    select d.id, d.number, d.title, d.closes_at, case when now() >= d.closes_at - interval '48 hours'
      then 'closing ' || to_char(d.closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') else 'discussed' end as event
    from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.status = 'open' and d.kind <> 'import'
      and now() >= d.discussion_until and now() < d.closes_at),
  taken as (
    insert into initiatives.reminders (decision_id, event) select id, event from due
    on conflict do nothing returning decision_id, event)
  select due.id as decision, due.number, due.title, due.event, to_json(due.closes_at) #>> '{}' as until
  from taken join due on due.id = taken.decision_id order by due.number`

/**
 * Reminds of votes: once when a majority can decide from now on, once two days before the end. The same words to all who act
 * for a member that has not answered, whoever it is and whatever it may think. Safe to repeat, in any process.
 */
export async function remindMembers(tx: Tx): Promise<void> {
  for (const { decision, number, title, event, until } of await rows<Due>(tx, 'initiatives.remind', due)) {
    const persons = await peopleOfWaiting(tx, decision)
    const remind = event === 'discussed' ? remindOfVoting : remindOfClosing
    await remind(tx, persons, { number, title, until, about: `${decision} ${event}` })
    await record(tx, {
      action: 'initiatives.members_reminded',
      subject: { type: 'decision', id: decision },
      visibility: 'members',
      detail: { number, event: event.split(' ')[0]! },
    })
  }
}
