import { beforeEach, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newIndividual, newMandate, newMember } from '#tests/members.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import '../messages/index.ts'
import { reminderMails } from '../emails/reminders.ts'
import { castBallot } from './cast-ballot.ts'
import { openDecision } from './open-decision.ts'
import { remindMembers } from './remind-members.ts'

const database = await freshDatabase()
let umbrella: string
let persons: string[]
let members: string[]
let decision: string

const remind = () => inScope(database.request, { umbrella, account: null }, 'write', remindMembers)

async function told() {
  const { rows } = await database.owner.query<{ person: string; template: string; category: string }>(
    `select person_id as person, template, category from platform.mail
     where umbrella_id = $1 and template like '%reminder' order by template, person_id`,
    [umbrella],
  )
  return rows
}

/** Moves the decision so that its discussion ended and its voting ends this long from now. */
async function at(discussed: string, ends: string) {
  await database.owner.query(
    `update initiatives.decisions set opened_at = now() - interval '20 days', discussion_until = now() + $2::interval,
       closes_at = now() + $3::interval where id = $1`,
    [decision, discussed, ends],
  )
}

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  persons = [await newPerson(database, [umbrella]), await newPerson(database, [umbrella])]
  members = []
  for (const person of persons) {
    const { membership } = await newMember(database, umbrella)
    await newMandate(database, umbrella, membership, person)
    members.push(membership)
  }
  const alone = await newPerson(database, [umbrella])
  persons.push(alone)
  members.push(await newIndividual(database, umbrella, { person: alone }))
  const opened = await inScope(database.request, { umbrella, account: persons[0]! }, 'write', tx =>
    openDecision(tx, {
      ...{ kind: 'initiative', subject: newId(), title: { uk: 'Турнір' }, text: { goals: { uk: 'Грати' } } },
      ...{ authoritative: 'uk', secret: false, round: 1, openedBy: members[0]! },
    }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  decision = opened.id
})

describe('reminders', () => {
  it('go to whoever acts for a member that has not answered, once, however often the job runs', async () => {
    await remind()
    expect(await told()).toEqual([])
    await inScope(database.request, { umbrella, account: persons[0]! }, 'write', tx =>
      castBallot(tx, { decision, membership: members[0]!, choice: 'no', statement: null }),
    )
    await at('-1 minute', '13 days')
    await remind()
    await remind()
    const expected = [persons[1], persons[2]].sort()
    expect((await told()).map(({ person, category }) => [person, category])).toEqual(
      expected.map(person => [person, 'news']),
    )
    await at('-12 days', '47 hours')
    await remind()
    await remind()
    const closing = (await told()).filter(({ template }) => template === 'initiatives.closing_reminder')
    expect(closing.map(({ person, category }) => [person, category])).toEqual(
      expected.map(person => [person, 'soon']),
    )
  })

  it('are sent again for another end, and never when it is over', async () => {
    await at('-12 days', '40 hours')
    await remind()
    expect(await told()).toHaveLength(3)
    await at('-12 days', '-1 hour')
    await remind()
    expect(await told()).toHaveLength(3)
    await database.owner.query('delete from platform.mail where umbrella_id = $1', [umbrella])
    await at('-12 days', '41 hours')
    await remind()
    expect(await told()).toHaveLength(3)
  })

  it('ask nobody for a particular answer, in any language', () => {
    for (const locale of locales) {
      const i18n = createI18n(locale, 'Europe/Kyiv')
      for (const mail of reminderMails) {
        const facts = { decision: 7, title: { [locale]: 'X' }, until: '2026-12-01T10:00:00Z' }
        const words = [mail.subject(i18n, facts), ...mail.paragraphs(i18n, facts)].join(' ')
        expect(words).toContain('7')
        expect(words).not.toMatch(/«за»|„za”|\byes\b|підтрима|popr[zy]|support/i)
      }
    }
  })
})

it('two processes remind at the same moment: the second waits for the first, and everybody is told once', async () => {
  await at('-1 minute', '13 days')
  const process = { scope: { umbrella, account: null }, work: remindMembers }
  await oneAfterTheOther(database, process, process)
  expect(await told()).toHaveLength(3)
  const { rows } = await database.owner.query(
    `select count(*) as n from platform.journal_entries where umbrella_id = $1 and action = 'initiatives.members_reminded'`,
    [umbrella],
  )
  expect(rows[0].n).toBe(1)
})
