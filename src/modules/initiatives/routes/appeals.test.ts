import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import {
  affiliate,
  type Coalition,
  enter,
  foundCoalition,
  memberWith,
  type Present,
} from '#tests/coalition.ts'
import { ask, endVoting } from '#tests/decisions.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { advanceDecision } from '../actions/advance-decision.ts'

let stage: Stage
let place: Coalition
let people: Present[]
let members: string[]
let partner: Present
let visitor: Visitor

const at = (path: string) => `/en/appealing${path}`
const grounds = 'Two members were never told that the vote had begun.'

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'appealing')
  people = []
  members = []
  for (const name of ['vira', 'hanna', 'danylo']) {
    const person = await enter(stage, `${name}@appealing.example`)
    people.push(person)
    members.push(await memberWith(stage, place.id, person.id))
  }
  partner = await enter(stage, 'partner@appealing.example')
  await stage.platform.database.owner.query(
    "update network.memberships set form = 'agreement' where id = $1",
    [await memberWith(stage, place.id, partner.id)],
  )
  visitor = new Visitor(stage)
})
afterAll(() => stage.close())

type Asked = { id: string; number: number }

async function asked(secret = false): Promise<Asked> {
  const { database } = stage.platform
  const id = await ask(database, place.id, secret ? { kind: 'appointment', secret: true } : {})
  const { rows } = await database.owner.query('select number from initiatives.decisions where id = $1', [id])
  return { id, number: rows[0].number }
}

const seal = async ({ id }: Asked) => {
  const { database } = stage.platform
  await endVoting(database, id)
  expect(await writeAs(database, place.id, null, tx => advanceDecision(tx, id))).toBe('sealed')
}

describe('an appeal', () => {
  test('is raised after the sealing by a member that had a vote, with grounds, and signed by others', async () => {
    const decision = await asked()
    const [one, two, three] = people as [Present, Present, Present]
    const path = at(`/decisions/${decision.number}/appeals`)
    expect((await one.browser.get(`${path}/new`)).status).toBe(404)
    await seal(decision)
    expect((await visitor.get(`${path}/new`)).status).toBe(303)
    expect((await partner.browser.get(`${path}/new`)).status).toBe(403)
    expect((await partner.browser.post(path, { membership: members[0]!, grounds })).status).toBe(403)
    expect((await one.browser.get(`${path}/new`)).status).toBe(200)
    expect((await one.browser.post(path, { membership: members[0]!, grounds: 'No.' })).status).toBe(422)
    expect((await one.browser.post(path, { membership: members[1]!, grounds })).status).toBe(403)
    const raised = await one.browser.post(path, { membership: members[0]!, grounds })
    expect(raised.status).toBe(303)
    expect((await one.browser.post(path, { membership: members[0]!, grounds })).status).toBe(409)
    const appeal = at(
      new URL(raised.headers.get('location')!, 'http://x').pathname.replace('/en/appealing', ''),
    )
    expect(await (await visitor.get(appeal)).text()).toContain(grounds)
    const sign = (who: Present, membership: string, place = '') =>
      who.browser.post(`${appeal}/signatures${place}`, { membership })
    expect((await sign(partner, members[1]!)).status).toBe(403)
    expect((await sign(two, members[0]!)).status).toBe(403)
    expect((await sign(two, 'nobody')).status).toBe(409)
    expect((await sign(two, members[1]!)).status).toBe(303)
    expect((await sign(two, members[1]!)).status).toBe(409)
    expect((await sign(two, members[1]!, '/withdrawal')).status).toBe(303)
    expect((await sign(two, members[1]!)).status).toBe(303)
    expect((await sign(three, members[2]!)).status).toBe(303)
    stage.app.cache.flush()
    expect(await (await visitor.get(appeal)).text()).toContain('The members’ answer: decision ')
    expect((await visitor.get(at('/appeals/99'))).status).toBe(404)
  })

  test('about a personal matter is for members only', async () => {
    const decision = await asked(true)
    await seal(decision)
    const [one] = people as [Present]
    const path = at(`/decisions/${decision.number}/appeals`)
    const raised = await one.browser.post(path, { membership: members[0]!, grounds })
    const appeal = new URL(raised.headers.get('location')!, 'http://x').pathname
    expect((await one.browser.get(appeal)).status).toBe(200)
    expect((await visitor.get(appeal)).status).toBe(404)
    expect((await partner.browser.get(appeal)).status).toBe(404)
  })
})

describe('a secret ballot', () => {
  test('is cast once, on a page that only members reach', async () => {
    const { number } = await asked(true)
    const open = await asked()
    const [one, two] = people as [Present, Present]
    const path = at(`/decisions/${number}/secret-ballot`)
    const stranger = await enter(stage, 'stranger@appealing.example')
    await affiliate(stage, place.id, stranger.id)
    expect((await visitor.get(path)).status).toBe(303)
    for (const person of [stranger, partner]) expect((await person.browser.get(path)).status).toBe(403)
    expect((await place.coordinators[0].browser.get(path)).status).toBe(200)
    expect((await one.browser.get(at(`/decisions/${open.number}/secret-ballot`))).status).toBe(404)
    expect((await one.browser.get(path)).status).toBe(200)
    const cast = (who: Present, membership: string, choice: string) =>
      who.browser.post(path, { membership, choice })
    const malformed = await cast(one, members[0]!, 'maybe')
    expect(malformed.status).toBe(422)
    expect(await malformed.text()).not.toContain('maybe')
    expect((await cast(one, members[1]!, 'yes')).status).toBe(403)
    expect((await cast(one, members[0]!, 'yes')).status).toBe(303)
    expect((await cast(one, members[0]!, 'no')).status).toBe(409)
    const html = await (await one.browser.get(path)).text()
    expect(html).toContain('the ballot is already in the ballot box')
    expect(html).not.toContain('name="choice"')
    expect((await cast(two, members[1]!, 'abstain')).status).toBe(303)
  })
})
