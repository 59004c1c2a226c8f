import { describe, expect, test } from 'vitest'
import { objectToApplication } from '#modules/network/actions/answer-application.ts'
import { closeObjections } from '#modules/network/actions/close-objections.ts'
import { withdrawApplication } from '#modules/network/actions/withdraw-application.ts'
import { endPeriod, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { endVoting } from '#tests/decisions.ts'
import { secretVoting } from '#tests/secret-voting.ts'
import { newPerson } from '#tests/umbrella.ts'
import '../module.ts'
import { advanceDecision } from './advance-decision.ts'

const database = await freshDatabase()
const { umbrella, voters, vote } = await secretVoting(database, 4)
const [first] = voters as [(typeof voters)[0]]

const as = <T>(person: string | null, work: Parameters<typeof writeAs<T>>[3]) =>
  writeAs(database, umbrella, person, work)

async function contested(form: 'collective' | 'individual' = 'collective') {
  const applicant = await newPerson(database, [])
  const application = await published(database, umbrella, applicant, form)
  const reasons = 'We have good reasons, and here they are.'
  await as(first.person, tx =>
    objectToApplication(tx, { application, membership: first.membership, reasons }),
  )
  await endPeriod(database, application)
  expect(await as(null, tx => closeObjections(tx, application))).toBe('contested')
  const { rows } = await database.owner.query(
    `select d.id, d.number, d.secret, d.kind, d.electorate, d.title, d.text, a.decision_number as asked
     from initiatives.decisions d join network.applications a on a.id = d.subject_id where d.subject_id = $1`,
    [application],
  )
  return { applicant, application, decision: rows[0] }
}

const seal = async (decision: string) => {
  await endVoting(database, decision)
  return as(null, tx => advanceDecision(tx, decision))
}

describe('an application to which somebody objected', () => {
  test('is asked of all members in secret, and admitted by their majority when the time is over', async () => {
    const { application, decision } = await contested()
    expect(decision).toMatchObject({ secret: true, kind: 'admission', electorate: 4, asked: decision.number })
    expect(decision.title.uk).toContain('Рада ромів Одещини')
    for (const [n, choice] of (['yes', 'yes', 'yes', 'no'] as const).entries())
      expect(await vote(decision.id, voters[n]!, choice)).toEqual({ ok: true })
    // A majority of a secret ballot ends nothing early.
    expect(await as(null, tx => advanceDecision(tx, decision.id))).toBe('nothing')
    expect(await stateOf(database, application)).toMatchObject({ status: 'contested' })
    expect(await seal(decision.id)).toBe('sealed')
    expect(await stateOf(database, application)).toMatchObject({ status: 'admitted' })
    const { rows } = await database.owner.query(
      'select tally, outcome from initiatives.decisions where id = $1',
      [decision.id],
    )
    expect(rows[0]).toEqual({ tally: { yes: 3, no: 1, abstain: 0, stand_aside: 0 }, outcome: 'supported' })
  })

  test('is refused with exactly half', async () => {
    const { application, decision } = await contested()
    for (const n of [0, 1]) await vote(decision.id, voters[n]!, 'yes')
    await seal(decision.id)
    expect(await stateOf(database, application)).toMatchObject({ status: 'refused', membership_id: null })
  })

  test('by an individual is decided without a name in what is hashed for ever', async () => {
    const { decision } = await contested('individual')
    expect(JSON.stringify([decision.title, decision.text])).not.toContain('Особа з Одеси')
  })

  test('leaves nothing to decide when its applicant takes it back: the ballots are destroyed', async () => {
    const { applicant, application, decision } = await contested()
    await vote(decision.id, voters[1]!, 'no')
    await as(applicant, tx => withdrawApplication(tx, { application, reason: null }))
    const { rows } = await database.owner.query(
      `select d.status, (select count(*)::integer from initiatives.secret_ballots b where b.decision_id = d.id) as ballots
       from initiatives.decisions d where d.id = $1`,
      [decision.id],
    )
    expect(rows).toEqual([{ status: 'withdrawn', ballots: 0 }])
    expect(await as(null, tx => advanceDecision(tx, decision.id))).toBe('nothing')
  })
})
