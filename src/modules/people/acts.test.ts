import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  affiliate,
  type Coalition,
  enter,
  foundCoalition,
  memberWith,
  type Present,
} from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'

let stage: Stage
let coalition: Coalition
let other: Coalition
let candidate: Present
let count = 0

beforeAll(async () => {
  stage = await setStage()
  other = await foundCoalition(stage, 'elsewhere')
})
// A coalition for each test: what one decides must not matter to the next.
beforeEach(async () => {
  limitsOf(stage.platform).forget()
  coalition = await foundCoalition(stage, `coalition${++count}`, { names: ['anna', 'bohdan', 'cecylia'] })
  candidate = await enter(stage, `candidate${count}@example.org`)
  await affiliate(stage, coalition.id, candidate.id)
})
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]

const at = (path: string) => `/en/${coalition.slug}${path}`

const propose = (by: Present, over: Record<string, string> = {}) =>
  by.browser.post(at('/roles/proposal'), {
    act: 'grant',
    person: candidate.id,
    role: 'monitor',
    reason: 'She asked for it',
    ...over,
  })

async function openAct(): Promise<string> {
  const [act] = await owner<{ id: string }>(
    `select id from people.acts where umbrella_id = $1 and status = 'proposed'`,
    [coalition.id],
  )
  return act!.id
}

const decide = async (by: Present, noun: 'confirmation' | 'refusal' | 'withdrawal') =>
  by.browser.post(at(`/acts/${await openAct()}/${noun}`))

const rolesOf = async (person: string) =>
  (
    await owner<{ role: string }>(
      'select role from people.roles where umbrella_id = $1 and person_id = $2 and valid_until is null order by role',
      [coalition.id, person],
    )
  ).map(({ role }) => role)

describe('a role', () => {
  test('is given when a second coordinator confirms, and the journal tells it', async () => {
    const [anna, bohdan] = coalition.coordinators
    expect((await propose(anna)).headers.get('location')).toContain('people.said.actProposed')
    expect(await rolesOf(candidate.id)).toEqual([])
    const html = await (await bohdan.browser.get(at('/acts'))).text()
    expect(html).toContain('Give a role: candidate')
    expect(html).toContain('She asked for it')
    expect((await decide(bohdan, 'confirmation')).headers.get('location')).toContain(
      'people.said.actConfirmed',
    )
    expect(await rolesOf(candidate.id)).toEqual(['monitor'])
    const told = await owner<{ action: string; person_id: string }>(
      'select action, person_id from platform.journal_entries where umbrella_id = $1 order by id',
      [coalition.id],
    )
    expect(told.map(({ action }) => action)).toEqual([
      'people.umbrella_founded',
      'people.act_proposed',
      'people.act_confirmed',
      'people.role_granted',
    ])
    expect(told.slice(1).map(({ person_id }) => person_id)).toEqual([anna.id, bohdan.id, bohdan.id])
  })

  test('is taken the same way', async () => {
    const [anna, bohdan] = coalition.coordinators
    await propose(anna)
    await decide(bohdan, 'confirmation')
    await propose(bohdan, { act: 'revoke' })
    expect((await decide(anna, 'confirmation')).status).toBe(303)
    expect(await rolesOf(candidate.id)).toEqual([])
  })

  test('opens its pages at once, and closes them', async () => {
    const [anna, bohdan] = coalition.coordinators
    expect((await candidate.browser.get(at('/acts'))).status).toBe(403)
    await propose(anna, { role: 'coordinator' })
    await decide(bohdan, 'confirmation')
    expect((await candidate.browser.get(at('/acts'))).status).toBe(200)
    await propose(bohdan, { act: 'revoke', role: 'coordinator' })
    await decide(anna, 'confirmation')
    expect((await candidate.browser.get(at('/acts'))).status).toBe(403)
  })

  test('is not proposed twice, nor to who has it, nor taken from who has it not', async () => {
    const [anna, bohdan] = coalition.coordinators
    expect((await propose(anna, { act: 'revoke' })).status).toBe(409)
    await propose(anna)
    expect((await propose(bohdan)).status).toBe(409)
    await decide(bohdan, 'confirmation')
    expect((await propose(bohdan)).status).toBe(409)
  })

  test('cannot be proposed for somebody outside of the umbrella', async () => {
    const [anna] = coalition.coordinators
    expect((await propose(anna, { person: other.coordinators[0].id })).status).toBe(404)
  })
})

describe('the second person', () => {
  test('is not the proposer, and not who gets the role', async () => {
    const [anna, bohdan] = coalition.coordinators
    await propose(anna, { person: bohdan.id })
    expect((await decide(anna, 'confirmation')).status).toBe(409)
    expect((await decide(bohdan, 'confirmation')).status).toBe(409)
    expect((await decide(coalition.coordinators[2]!, 'confirmation')).status).toBe(303)
    expect(await rolesOf(bohdan.id)).toEqual(['coordinator', 'monitor'])
  })

  test('acts for another member', async () => {
    const [anna, bohdan, cecylia] = coalition.coordinators
    await memberWith(stage, coalition.id, anna.id, bohdan.id)
    await memberWith(stage, coalition.id, cecylia!.id)
    await propose(anna)
    for (const noun of ['confirmation', 'refusal'] as const) {
      const answer = await decide(bohdan, noun)
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('You act for the same member as the proposer')
    }
    expect((await decide(cecylia!, 'confirmation')).status).toBe(303)
  })

  test('can refuse: nothing changes, and it can be proposed again', async () => {
    const [anna, bohdan] = coalition.coordinators
    await propose(anna)
    expect((await decide(bohdan, 'refusal')).headers.get('location')).toContain('people.said.actRefused')
    expect(await rolesOf(candidate.id)).toEqual([])
    expect((await propose(anna)).status).toBe(303)
  })

  test('comes too late after the proposer took it back', async () => {
    const [anna, bohdan] = coalition.coordinators
    await propose(anna)
    const act = await openAct()
    expect((await bohdan.browser.post(at(`/acts/${act}/withdrawal`))).status).toBe(403)
    expect((await anna.browser.post(at(`/acts/${act}/withdrawal`))).status).toBe(303)
    expect((await bohdan.browser.post(at(`/acts/${act}/confirmation`))).status).toBe(409)
  })

  test('gets a mail that does not say what', async () => {
    const [anna, bohdan] = coalition.coordinators
    await propose(anna)
    const queued = await owner<{ person_id: string; template: string; values: object }>(
      `select person_id, template, values from platform.mail where umbrella_id = $1`,
      [coalition.id],
    )
    expect(queued.map(({ person_id }) => person_id).sort()).toEqual(
      [bohdan.id, coalition.coordinators[2]!.id].sort(),
    )
    expect(new Set(queued.map(({ template }) => template))).toEqual(new Set(['people.act_waiting']))
    expect(queued.map(({ values }) => values)).toEqual([{}, {}])
  })
})

describe('coordinators', () => {
  test('are never fewer than two', async () => {
    const [anna, bohdan, cecylia] = coalition.coordinators
    await propose(anna, { act: 'revoke', person: cecylia!.id, role: 'coordinator' })
    expect((await decide(bohdan, 'confirmation')).status).toBe(303)
    const answer = await propose(anna, { act: 'revoke', person: bohdan.id, role: 'coordinator' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('There must be at least two coordinators')
  })

  test('stay two when two revocations are confirmed that were proposed before', async () => {
    const [anna, bohdan, cecylia] = coalition.coordinators
    await propose(anna, { act: 'revoke', person: cecylia!.id, role: 'coordinator' })
    await propose(cecylia!, { act: 'revoke', person: anna.id, role: 'coordinator' })
    const acts = await owner<{ id: string; proposed_by: string }>(
      `select id, proposed_by from people.acts where umbrella_id = $1`,
      [coalition.id],
    )
    const statuses: number[] = []
    for (const { id } of acts)
      statuses.push((await bohdan.browser.post(at(`/acts/${id}/confirmation`))).status)
    expect(statuses).toEqual([303, 409])
    const open = await owner(`select 1 from people.acts where umbrella_id = $1 and status = 'proposed'`, [
      coalition.id,
    ])
    expect(open).toHaveLength(1)
  })
})

describe('who may come', () => {
  test('a visitor is asked to sign in, others are refused, another umbrella’s act is not found', async () => {
    const [anna] = coalition.coordinators
    await propose(anna)
    const act = await openAct()
    const nobody = new Visitor(stage)
    expect((await nobody.get(at('/acts'))).headers.get('location')).toContain('/en/sign-in?to=')
    expect((await nobody.post(at(`/acts/${act}/confirmation`))).status).toBe(403)
    expect((await candidate.browser.post(at(`/acts/${act}/confirmation`))).status).toBe(403)
    const stranger = other.coordinators[0]
    expect((await stranger.browser.get(at('/acts'))).status).toBe(403)
    expect((await stranger.browser.post(at(`/acts/${act}/confirmation`))).status).toBe(403)
    for (const noun of ['confirmation', 'refusal', 'withdrawal']) {
      expect((await stranger.browser.post(`/en/${other.slug}/acts/${act}/${noun}`)).status).toBe(404)
    }
    expect(await rolesOf(candidate.id)).toEqual([])
  })

  test('what is typed wrongly comes back with every problem', async () => {
    const [anna] = coalition.coordinators
    const answer = await propose(anna, { person: '', role: 'king', reason: ' ' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('There are 3 problems')
  })

  test('members see who holds which role, strangers do not', async () => {
    const member = await enter(stage, `member${count}@example.org`)
    await memberWith(stage, coalition.id, member.id)
    const html = await (await member.browser.get(at('/roles'))).text()
    expect(html).toContain('anna')
    expect(html).not.toContain('/roles/proposal')
    expect((await other.coordinators[0].browser.get(at('/roles'))).status).toBe(403)
  })
})
