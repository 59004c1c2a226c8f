import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { remindDelegates } from '../actions/remind-delegates.ts'

const stage = await setStage()
const { owner, request } = stage.platform.database
const visitor = new Visitor(stage)
let here: Coalition
let first: Present & { membership: string }
let second: Present & { membership: string }
let seat: string

const list = '/en/delegates-here/councils'
const at = `${list}/a-council`
const day = (days: number) => Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()
const anna = () => here.coordinators[0].browser
const text = async (who: Visitor, path: string) => (await who.get(path)).text()

async function send(who: Visitor, path: string, fields: Record<string, string | string[]> = {}) {
  const answer = await who.upload(path, fields, {})
  return { status: answer.status, text: await answer.text() }
}
const rows = async <T extends object>(query: string, more: unknown[] = []) =>
  (await owner.query<T>(query, [here.id, ...more])).rows

async function person(name: string) {
  const entered = await enter(stage, `${name}@delegates-here.example`, name)
  return { ...entered, membership: await memberWith(stage, here.id, entered.id) }
}

const seatOf = async (account: string) =>
  (
    await rows<{ id: string }>(
      `select m.id from councils.memberships m join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
       where m.umbrella_id = $1 and p.account_id = $2 order by m.id desc`,
      [account],
    )
  )[0]!.id

/** The worker's turn: what it does each morning for every umbrella. */
const remind = () => inScope(request, { umbrella: here.id, account: null }, 'write', remindDelegates)
const mails = (template: string) =>
  rows<{ person: string }>(
    'select person_id as person from platform.mail where umbrella_id = $1 and template = $2 order by 1',
    [`councils.${template}`],
  )

/** A session of some days ago, held with everybody. */
async function held(daysAgo: number) {
  expect((await send(anna(), `${at}/sessions`, { startsAt: `${day(-daysAgo)}T10:00` })).status).toBe(303)
  const [{ number }] = (await rows<{ number: number }>(
    'select max(number) as number from councils.sessions where umbrella_id = $1',
  )) as [{ number: number }]
  const one = `${at}/sessions/${number}`
  expect((await send(anna(), `${one}/items`, { 'title:en': 'A matter' })).status).toBe(303)
  const seats = await rows<{ id: string }>('select id from councils.memberships where umbrella_id = $1')
  const present = Object.fromEntries(seats.map(({ id }) => [`seat:${id}`, 'present']))
  expect((await send(anna(), `${one}/attendance`, present)).status).toBe(303)
  return one
}

beforeAll(async () => {
  here = await foundCoalition(stage, 'delegates-here')
  first = await person('olena')
  second = await person('petro')
  await send(anna(), list, {
    ...{ kind: 'advisory_council', 'name:en': 'A council', quorumRule: 'none' },
    ...{ majorityRule: 'of_votes', visibility: 'public' },
  })
  await send(anna(), `${at}/seats`, { label: 'The coalition', voting: 'yes' })
  const [post] = await rows<{ id: string }>('select id from councils.posts where umbrella_id = $1')
  const seated = await send(anna(), `${at}/holders`, {
    ...{ name: 'Olena', duty: 'member', start: '2024', delegate: 'yes', post: post!.id },
    ...{ account: first.id, membership: first.membership, mandateNote: 'Decision 7' },
  })
  expect(seated.status).toBe(303)
  seat = await seatOf(first.id)
})
afterAll(() => stage.close())

describe('the delegation of the coalition', () => {
  it('is read by those inside: who sits where, under which mandate', async () => {
    const page = await text(second.browser, '/en/delegates-here/delegation')
    for (const told of ['A council', 'Olena', 'Decision 7']) expect(page).toContain(told)
    expect((await visitor.get('/en/delegates-here/delegation')).headers.get('location')).toContain('/sign-in')
    expect(await text(visitor, at)).not.toContain('Decision 7')
  })

  it('reports after each session, and is reminded once when a report is missing', async () => {
    const early = await held(3)
    expect(await text(first.browser, '/en/delegates-here/home')).toContain('/report')
    await remind()
    expect(await mails('report_missing')).toEqual([])
    const late = await held(9)
    await remind()
    await remind()
    expect(await mails('report_missing')).toEqual([{ person: first.id }])
    expect(await text(second.browser, '/en/delegates-here/delegation')).toContain('1 report is missing')
    const report = { seat, happened: 'We were heard', said: 'We asked', nextSteps: '' }
    expect((await send(second.browser, `${late}/report`, report)).status).toBe(403)
    for (const session of [early, late])
      expect((await send(first.browser, `${session}/report`, report)).status).toBe(303)
    expect(await text(second.browser, late)).toContain('We were heard')
    expect(await text(visitor, late)).not.toContain('We were heard')
    expect(await text(second.browser, '/en/delegates-here/delegation')).not.toContain('report is missing')
  })

  it('is reminded of the end of a term, the secretariat too, once also with two workers', async () => {
    await rows('update councils.memberships set end_date = $2 where umbrella_id = $1', [day(20)])
    await Promise.all([remind(), remind()])
    await remind()
    const told = [first, ...here.coordinators].map(({ id }) => ({ person: id }))
    expect(await mails('term_ends')).toEqual(told.sort((a, b) => (a.person < b.person ? -1 : 1)))
    expect(await text(first.browser, '/en/delegates-here/home')).toContain('the term ends on')
    expect(await text(second.browser, '/en/delegates-here/home')).not.toContain('the term ends on')
  })

  it('hands over: a note that only who follows reads, and a seat that ends the day before', async () => {
    const note = { seat, note: 'Call the secretary first' }
    expect((await send(second.browser, `${at}/note`, note)).status).toBe(403)
    expect((await send(first.browser, `${at}/note`, note)).status).toBe(303)
    const follower = {
      ...{ seat, name: 'Petro', account: second.id, membership: second.membership },
      ...{ start: day(0), mandateNote: 'Decision 9' },
    }
    expect((await send(first.browser, `${at}/hand-over`, follower)).status).toBe(403)
    expect((await send(anna(), `${at}/hand-over`, { ...follower, start: '2020-01-01' })).status).toBe(409)
    expect((await send(anna(), `${at}/hand-over`, follower)).status).toBe(303)
    const [before] = await rows<{ end: string }>(
      'select end_date as end from councils.memberships where umbrella_id = $1 and id = $2',
      [seat],
    )
    expect(before!.end).toBe(day(-1))
    expect(await text(second.browser, '/en/delegates-here/delegation')).toContain('Call the secretary first')
    expect(await text(anna(), '/en/delegates-here/delegation')).not.toContain('Call the secretary first')
    expect(await text(second.browser, at)).toContain('Petro')
  })

  it('misses nobody where somebody followed, and tells the secretariat once of a seat that stays vacant', async () => {
    await remind()
    expect(await mails('seat_vacant')).toEqual([])
    await rows(
      `update councils.memberships set start_date = '2025-01-01', end_date = $2 where umbrella_id = $1 and succeeds_id is not null`,
      [day(-1)],
    )
    await rows(
      `update councils.memberships set end_date = $2 where umbrella_id = $1 and succeeds_id is null`,
      ['2024-12-31'],
    )
    await Promise.all([remind(), remind()])
    await remind()
    const told = here.coordinators.map(({ id }) => ({ person: id }))
    expect(await mails('seat_vacant')).toEqual(told.sort((a, b) => (a.person < b.person ? -1 : 1)))
  })
})

describe('who sits in a council', () => {
  it('is invited to a session once, again when its time has changed, and told when it is called off', async () => {
    await rows(`update councils.memberships set end_date = null where umbrella_id = $1`)
    expect((await send(anna(), `${at}/sessions`, { startsAt: `${day(10)}T10:00` })).status).toBe(303)
    const [{ number }] = (await rows<{ number: number }>(
      'select max(number) as number from councils.sessions where umbrella_id = $1',
    )) as [{ number: number }]
    const one = `${at}/sessions/${number}`
    await send(anna(), `${one}/items`, { 'title:en': 'A matter' })
    const twice = await Promise.all([send(anna(), `${one}/invitation`), send(anna(), `${one}/invitation`)])
    expect(twice.map(({ status }) => status)).toContain(303)
    const everybody = [first, second].map(({ id }) => ({ person: id }))
    const sorted = everybody.sort((a, b) => (a.person < b.person ? -1 : 1))
    expect(await mails('session_invited')).toEqual(sorted)
    expect(await text(second.browser, '/en/delegates-here/home')).toContain('Are you coming?')
    expect((await send(anna(), `${one}/cancellation`, { reason: 'The room is closed' })).status).toBe(303)
    expect(await mails('session_cancelled')).toEqual(sorted)
  })
})
