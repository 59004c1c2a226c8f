import { beforeAll, describe, expect, test } from 'vitest'
import '../module.ts'
import { objectToApplication } from '#modules/network/actions/answer-application.ts'
import { closeObjections } from '#modules/network/actions/close-objections.ts'
import { newId } from '#platform/id.ts'
import { apply, endPeriod, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { ask, endVoting, newVoters, type Voter } from '#tests/decisions.ts'
import { newCoordinator } from '#tests/members.ts'
import {
  done,
  moneyGiven,
  newRealisation,
  type Realisation,
  refusal,
  stateOfRealisation,
} from '#tests/realisations.ts'
import { appealStands, setAside, uphold } from '#tests/set-aside.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { ruleOf } from '../rules.ts'
import { advanceDecision } from './advance-decision.ts'
import { castSecretBallot } from './cast-secret-ballot.ts'
import { publishReport, publishResult } from './give-account.ts'
import { joinGroup } from './join-group.ts'
import { addTask } from './keep-task.ts'
import { makePledge } from './make-pledge.ts'

const database = await freshDatabase()
const { owner } = database
const rowsOf = async (text: string, values: unknown[]) => (await owner.query(text, values)).rows

const toldBy = async (umbrella: string, template: string): Promise<string[]> =>
  (
    await rowsOf('select person_id as person from platform.mail where umbrella_id = $1 and template = $2', [
      umbrella,
      template,
    ])
  ).map(({ person }) => person)

const recorded = (umbrella: string, action: string) =>
  rowsOf('select visibility from platform.journal_entries where umbrella_id = $1 and action = $2', [
    umbrella,
    action,
  ])

describe('an initiative whose decision the members set aside', () => {
  const facts = (amount: number) => ({
    ...{ need: null, kind: 'money' as const, what: 'Кошти', locale: 'uk', amount, currency: 'EUR' },
  })
  const report = ({ id, voters }: Realisation) => ({
    ...{ realisation: id, membership: voters[0].membership, body: 'Знайшли приміщення', locale: 'uk' },
    ...{ corrects: null, files: [] },
  })
  const end = (place: Realisation) => setAside(database, place.umbrella, place.voters, place.decision)

  test('is realised no further: promises lapse, what was received stays, all who work or gave are told', async () => {
    const place = await newRealisation(database)
    const [first, second, third] = place.voters
    await moneyGiven(database, place, { amount: 5000 })
    const pledge = { realisation: place.id, membership: third.membership, facts: facts(700) }
    await done(database, place, third.person, tx => makePledge(tx, pledge))
    await done(database, place, second.person, tx =>
      joinGroup(tx, { realisation: place.id, membership: second.membership }),
    )
    await end(place)
    expect((await stateOfRealisation(database, place.id)).status).toBe('reversed')
    expect(
      await rowsOf(
        'select status, amount::integer, given::integer, reason from initiatives.pledges where realisation_id = $1 order by amount',
        [place.id],
      ),
    ).toEqual([
      { status: 'withdrawn', amount: 700, given: null, reason: 'decision_set_aside' },
      { status: 'fulfilled', amount: 5000, given: 5000, reason: null },
    ])
    const told = await toldBy(place.umbrella, 'initiatives.realisation_reversed')
    expect(new Set(told)).toEqual(new Set([first.person, second.person, third.person]))
    expect(await recorded(place.umbrella, 'initiatives.realisation_reversed')).toEqual([
      { visibility: 'public' },
    ])

    const ended = 'initiatives.realisation.ended'
    const task = {
      ...{ realisation: place.id, by: first.membership },
      facts: { title: 'Ключі', locale: 'uk', membership: null, person: null, due: null },
    }
    expect(await refusal(database, place, first.person, tx => publishReport(tx, report(place)))).toBe(ended)
    expect(await refusal(database, place, third.person, tx => makePledge(tx, pledge))).toBe(ended)
    expect(await refusal(database, place, first.person, tx => addTask(tx, task))).toBe(ended)
  })

  test('keeps what was completed before', async () => {
    const place = await newRealisation(database)
    const answer = await appealStands(database, place.umbrella, place.voters, place.decision)
    const result = { ...report(place), reached: 'fully' as const, evaluation: 'Добре', peopleReached: null }
    await done(database, place, place.voters[0].person, tx => publishResult(tx, result))
    await uphold(database, place.umbrella, place.voters, answer)
    expect((await stateOfRealisation(database, place.id)).status).toBe('completed')
  })

  test('is not stopped by anybody while the decision holds, whatever the program thinks', async () => {
    const place = await newRealisation(database)
    await appealStands(database, place.umbrella, place.voters, place.decision)
    const stop = writeAs(database, place.umbrella, place.voters[0].person, tx =>
      tx.$client.query(
        "update initiatives.realisations set status = 'reversed', ended_at = now() where id = $1",
        [place.id],
      ),
    )
    await expect(stop).rejects.toThrow(/does not go/)
  })
})

describe('what a decision adopted', () => {
  let umbrella: string
  let voters: Voter[]
  beforeAll(async () => {
    umbrella = await newUmbrella(database)
    voters = await newVoters(database, umbrella, 3)
  })
  const adopted = async (kind: 'rule' | 'goal', text: Record<string, never>) => {
    const decision = await ask(database, umbrella, { kind, title: { en: 'What we agree' }, text })
    await uphold(database, umbrella, voters, decision)
    return decision
  }
  const value = (from: number, to: number) =>
    adopted('rule', { changes: [{ key: 'realisation.report_days', from, to }] } as never)
  const days = async () =>
    (await writeAs(database, umbrella, null, tx => ruleOf(tx, 'realisation.report_days'))).value

  test('is taken back by a new version: a goal ends, and the old versions stay', async () => {
    // In another language than the appeal.
    const agreed = { text: newId(), title: { uk: 'Ціль' }, body: { uk: 'Для всіх' }, ends: false }
    const decision = await adopted('goal', { agreed } as never)
    await setAside(database, umbrella, voters, decision)
    expect(
      await rowsOf(
        'select version, ends from initiatives.agreed_versions where text_id = $1 order by version',
        [agreed.text],
      ),
    ).toEqual([
      { version: 1, ends: false },
      { version: 2, ends: true },
    ])
    expect(await recorded(umbrella, 'initiatives.text_ended')).toEqual([{ visibility: 'public' }])
  })

  test('stays where another decision has changed it meanwhile', async () => {
    const decision = await value(30, 40)
    expect(await days()).toBe(40)
    const answer = await appealStands(database, umbrella, voters, decision)
    await value(40, 50)
    await uphold(database, umbrella, voters, answer)
    expect(await days()).toBe(50)
  })
})

describe('an admission that was decided', () => {
  let umbrella: string
  let voters: Voter[]
  let coordinator: string
  beforeAll(async () => {
    umbrella = await newUmbrella(database, { zone: 'UTC' })
    voters = await newVoters(database, umbrella, 3)
    coordinator = await newPerson(database, [umbrella])
    await newCoordinator(database, umbrella, coordinator)
  })
  const as = <T>(person: string | null, work: Parameters<typeof writeAs<T>>[3]) =>
    writeAs(database, umbrella, person, work)
  const asked = async (application: string) =>
    (
      await rowsOf(
        `select id, number, status, round, electorate, previous_id as previous, secret from initiatives.decisions
         where subject_id = $1 order by number desc limit 1`,
        [application],
      )
    )[0]

  async function seal(application: string, choice: 'yes' | 'no'): Promise<string> {
    const { id } = await asked(application)
    for (const { person, membership } of voters)
      await as(person, tx => castSecretBallot(tx, { decision: id, membership, choice }))
    await endVoting(database, id)
    await as(null, tx => advanceDecision(tx, id))
    return id
  }

  async function decided(choice: 'yes' | 'no', number: string) {
    const applicant = await newPerson(database, [])
    const names = { 'name:uk': `Рада ${number}`, 'name:en': `Council ${number}` }
    const application = await published(database, umbrella, applicant, 'collective', names)
    const reasons = 'We have good reasons, and here they are.'
    const { person, membership } = voters[0]!
    await as(person, tx => objectToApplication(tx, { application, membership, reasons }))
    await endPeriod(database, application)
    await as(null, tx => closeObjections(tx, application))
    return { applicant, application, names, decision: await seal(application, choice) }
  }

  test('as a refusal is asked about again, of whoever has a vote by now, and the new answer counts', async () => {
    const { applicant, application, decision } = await decided('no', 'A')
    expect(await stateOf(database, application)).toMatchObject({ status: 'refused' })
    const answer = await appealStands(database, umbrella, voters, decision)
    const late = await newVoters(database, umbrella, 1)
    await uphold(database, umbrella, voters, answer)
    expect(await stateOf(database, application)).toMatchObject({ status: 'contested' })
    const again = await asked(application)
    expect(again).toMatchObject({ status: 'open', round: 2, electorate: 4, previous: decision, secret: true })
    expect(await toldBy(umbrella, 'network.application_reopened')).toEqual([applicant])
    expect(await recorded(umbrella, 'network.application_reopened')).toEqual([{ visibility: 'members' }])
    voters.push(...late)
    await seal(application, 'yes')
    expect(await stateOf(database, application)).toMatchObject({ status: 'admitted' })
  })

  test('as a refusal stays closed where the applicant has applied anew', async () => {
    const { applicant, application, names, decision } = await decided('no', 'B')
    const answer = await appealStands(database, umbrella, voters, decision)
    await apply(database, umbrella, applicant, 'collective', names)
    await uphold(database, umbrella, voters, answer)
    expect(await stateOf(database, application)).toMatchObject({ status: 'refused' })
    expect((await asked(application)).id).toBe(decision)
  })

  test('stands: nobody loses the membership, and the member and the secretariat learn of it', async () => {
    const { application, decision } = await decided('yes', 'C')
    await setAside(database, umbrella, voters, decision)
    const { status, membership_id: membership } = await stateOf(database, application)
    expect(status).toBe('admitted')
    expect(await rowsOf('select status from network.memberships where id = $1', [membership])).toEqual([
      { status: 'active' },
    ])
    expect(await toldBy(umbrella, 'network.admission_set_aside')).toContain(coordinator)
    expect(await recorded(umbrella, 'network.admission_set_aside')).toEqual([{ visibility: 'members' }])
    expect((await asked(application)).id).toBe(decision)
  })

  test('as a refusal is not open again while the decision holds, whatever the program thinks', async () => {
    const { application } = await decided('no', 'D')
    const open = as(null, tx =>
      tx.$client.query(
        "update network.applications set status = 'contested', closed_at = null where id = $1",
        [application],
      ),
    )
    await expect(open).rejects.toThrow(/is closed/)
  })
})
