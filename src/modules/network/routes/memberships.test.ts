import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { published } from '#tests/admission.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { newIndividual } from '#tests/members.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

const stage: Stage = await setStage()
const { database } = stage.platform
let coalition: Coalition
let anna: Present
let bohdan: Present
let olena: Present
let deputy: Present
let member: string
let turn = 0

afterAll(() => stage.close())
beforeEach(async () => {
  turn += 1
  coalition = await foundCoalition(stage, `members-${turn}`)
  anna = coalition.coordinators[0]
  bohdan = coalition.coordinators[1]
  await memberWith(stage, coalition.id, anna.id)
  olena = await enter(stage, `olena-${turn}@members.example`)
  deputy = await enter(stage, `deputy-${turn}@members.example`)
  member = await memberWith(stage, coalition.id, olena.id, deputy.id)
})

const at = (path: string) => `/en/${coalition.slug}${path}`
const here = (path = '') => at(`/memberships/${member}${path}`)
const today = () => Temporal.Now.zonedDateTimeISO('Europe/Kyiv').toPlainDate()
const statusOf = async () =>
  (await database.owner.query('select status from network.memberships where id = $1', [member])).rows[0]
    .status

async function confirmFirstAct(second: Present): Promise<Response> {
  const acts = await (await second.browser.get(at('/acts'))).text()
  const act = /acts\/([0-9a-f-]{36})\/confirmation/.exec(acts)?.[1]
  return second.browser.post(at(`/acts/${act}/confirmation`))
}

describe('memberships', () => {
  test('are listed for people inside, page by page, the former apart', async () => {
    for (let n = 0; n < 55; n++) await memberWith(stage, coalition.id)
    const first = await (await olena.browser.get(at('/memberships'))).text()
    const next = /memberships\?after=[0-9a-f-]{36}/.exec(first)?.[0]
    const second = await (await olena.browser.get(at(`/${next}`))).text()
    const linked = (html: string) =>
      [...html.matchAll(/memberships\/([0-9a-f-]{36})"/g)].map(match => match[1])
    expect(linked(first)).toHaveLength(50)
    expect(linked(second)).toHaveLength(7)
    expect(new Set([...linked(first), ...linked(second)]).size).toBe(57)
    expect((await olena.browser.get(at('/memberships?state=ended'))).status).toBe(200)
  })

  test('are 404 from outside and from another umbrella', async () => {
    const stranger = await enter(stage, `stranger-${turn}@members.example`)
    expect((await stranger.browser.get(here())).status).toBe(404)
    expect((await stranger.browser.get(at('/memberships'))).status).toBe(403)
    const other = await foundCoalition(stage, `far-${turn}`)
    expect((await other.coordinators[0].browser.get(`/en/${other.slug}/memberships/${member}`)).status).toBe(
      404,
    )
    expect((await new Visitor(stage).get(here())).status).toBe(303)
  })
})

describe('leaving', () => {
  const leaving = (on: string, reason = 'Another home') => ({ on, reason })

  test('is confirmed on a page of its own, by the primary representative alone', async () => {
    for (const person of [deputy, anna]) {
      expect((await person.browser.get(here('/leaving'))).status).toBe(403)
      expect((await person.browser.post(here('/leaving'), leaving(today().toString()))).status).toBe(403)
    }
    expect((await olena.browser.get(here('/leaving'))).status).toBe(200)
    for (const on of ['', today().subtract({ days: 1 }).toString(), today().add({ years: 2 }).toString()]) {
      expect((await olena.browser.post(here('/leaving'), leaving(on))).status, on).toBe(422)
    }
    expect((await olena.browser.post(here('/leaving'), leaving(today().toString()))).status).toBe(303)
    expect(await statusOf()).toBe('ended')
    expect((await olena.browser.get(at('/home'))).status).toBe(403)
  })

  test('on a later day is announced and can be taken back', async () => {
    const later = today().add({ days: 30 }).toString()
    expect((await olena.browser.post(here('/leaving'), leaving(later))).status).toBe(303)
    expect(await (await anna.browser.get(here())).text()).toContain('Another home')
    expect((await deputy.browser.post(here('/leaving/withdrawal'))).status).toBe(403)
    expect((await olena.browser.post(here('/leaving/withdrawal'))).status).toBe(303)
    expect((await olena.browser.post(here('/leaving/withdrawal'))).status).toBe(409)
    expect(await statusOf()).toBe('active')
  })
})

describe('two coordinators', () => {
  test('suspend, reactivate and end; the people of the suspended member still see it', async () => {
    const reason = { reason: 'Nobody has answered for a year' }
    expect((await olena.browser.post(here('/suspension'), reason)).status).toBe(403)
    expect((await anna.browser.post(here('/suspension'), { reason: '' })).status).toBe(422)
    expect((await anna.browser.post(here('/suspension'), reason)).status).toBe(303)
    expect((await anna.browser.post(here('/suspension'), reason)).status).toBe(409)
    expect(await statusOf()).toBe('active')
    expect((await confirmFirstAct(bohdan)).status).toBe(303)
    expect(await statusOf()).toBe('suspended')
    expect((await olena.browser.get(here())).status).toBe(200)
    expect(await (await olena.browser.get(at('/home'))).text()).toContain('The membership is suspended')
    for (const [path, status] of [
      ['/reactivation', 'active'],
      ['/ending', 'ended'],
    ] as const) {
      expect((await bohdan.browser.get(here(path))).status).toBe(200)
      expect((await bohdan.browser.post(here(path), reason)).status).toBe(303)
      expect((await confirmFirstAct(anna)).status).toBe(303)
      expect(await statusOf()).toBe(status)
    }
  })
})

describe('an individual', () => {
  test('keeps and confirms the own profile; nobody else has one', async () => {
    const person = await enter(stage, `individual-${turn}@members.example`)
    await newIndividual(database, coalition.id, { person: person.id, name: { en: 'Voice' } })
    expect((await olena.browser.get(at('/own-profile'))).status).toBe(403)
    expect(await (await person.browser.get(at('/home'))).text()).toContain(at('/own-profile'))
    const values = { 'name:en': 'A voice', country: 'UA', 'communities[]': ['roma'], listed: 'yes' }
    const wrong = await person.browser.post(at('/own-profile'), { ...values, country: '' })
    expect(wrong.status).toBe(422)
    expect((await person.browser.post(at('/own-profile'), values)).status).toBe(303)
    expect((await person.browser.post(at('/own-profile/confirmation'))).status).toBe(303)
    expect(await (await person.browser.get(at('/home'))).text()).toContain('Nothing is waiting for you')
    expect(await (await new Visitor(stage).get(at('/directory'))).text()).toContain('A voice')
  })
})

describe('every page of members', () => {
  test('asks the database at most four times, session and viewer included', async () => {
    const application = await published(
      database,
      coalition.id,
      (await enter(stage, `a-${turn}@members.example`)).id,
    )
    const { rows } = await database.owner.query('select id from network.mandates where membership_id = $1', [
      member,
    ])
    const mandate = rows[0].id
    const paths = [
      '/home',
      '/applications',
      `/applications/${application}`,
      '/memberships',
      `/memberships/${member}`,
      `/memberships/${member}/mandates/new`,
      `/mandates/${mandate}`,
      '/join',
      '/join/collective',
    ]
    const taken = countQueries(database)
    for (const path of paths) {
      taken()
      expect((await olena.browser.get(at(path))).status).toBe(200)
      const asked = taken()
      expect(asked.length, `${path}\n${asked.join('\n')}`).toBeGreaterThan(0)
      expect(asked.length, `${path}\n${asked.join('\n')}`).toBeLessThanOrEqual(4)
    }
  })
})
