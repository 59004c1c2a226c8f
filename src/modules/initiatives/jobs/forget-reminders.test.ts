import { afterEach, expect, test } from 'vitest'
import '../module.ts'
import { mailJobs } from '#platform/mail/index.ts'
import { ask, endCountdown, endDiscussion, newVoters, vote } from '#tests/decisions.ts'
import { openJobDesk } from '#tests/job-desk.ts'
import { until } from '#tests/until.ts'
import { advanceDecision } from '../actions/advance-decision.ts'
import { remindMembers } from '../actions/remind-members.ts'
import { reminderMails } from '../emails/reminders.ts'

const desk = await openJobDesk()
const { database, umbrella, write } = desk
afterEach(() => desk.clear())

async function told(): Promise<string[]> {
  const { rows } = await database.owner.query<{ template: string }>(
    'select template from platform.mail where umbrella_id = $1 order by template',
    [umbrella],
  )
  return [...new Set(rows.map(({ template }) => template))]
}

test('when a decision is sealed, nothing is left of who had not voted; other letters about it stay', async () => {
  const voters = await newVoters(database, umbrella, 3)
  const decision = await ask(database, umbrella)
  await endDiscussion(database, decision)
  await vote(database, umbrella, decision, voters[0]!)
  await write(remindMembers)
  expect(await told()).toContain('initiatives.voting_reminder')
  await database.owner.query(
    `update platform.mail set status = 'sent', settled_at = now() where template = 'initiatives.voting_reminder'`,
  )
  for (const voter of voters.slice(1)) await vote(database, umbrella, decision, voter)
  await write(tx => advanceDecision(tx, decision))
  await endCountdown(database, decision)
  await database.owner.query(
    `insert into platform.mail (id, umbrella_id, person_id, event, category, template)
     select gen_random_uuid(), $1, $2, 'initiatives.decision_extended ' || $3, 'news', 'initiatives.decision_extended'`,
    [umbrella, voters[0]!.person, decision],
  )
  await write(tx => advanceDecision(tx, decision))
  const forget = mailJobs(reminderMails as Parameters<typeof mailJobs>[0]).find(
    ({ queue }) => queue === 'mail.forget',
  )!
  await desk.work(forget)
  await until(async () => !(await told()).includes('initiatives.voting_reminder'))
  expect(await told()).toContain('initiatives.decision_extended')
})
