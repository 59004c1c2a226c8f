import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endPeriod, published, writeAs } from '#tests/admission.ts'
import {
  affiliate,
  type Coalition,
  enter,
  foundCoalition,
  memberWith,
  type Present,
} from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { closeObjections } from '../actions/close-objections.ts'

let stage: Stage
let coalition: Coalition
let elsewhere: Coalition
let applicant: Present
let anna: Present
let partner: Present
let member: string
let application: string

const at = (path: string, slug = coalition.slug) => `/en/${slug}${path}`
const here = (path = '') => at(`/applications/${application}${path}`)
const reasons = 'They have not answered our letters for a year.'

beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'applying')
  elsewhere = await foundCoalition(stage, 'elsewhere')
  const [one, two] = coalition.coordinators
  member = await memberWith(stage, coalition.id, one.id)
  await memberWith(stage, coalition.id, two.id)
  anna = one
  partner = await enter(stage, 'partner@applying.example')
  const partnership = await memberWith(stage, coalition.id, partner.id)
  await stage.platform.database.owner.query(
    "update network.memberships set form = 'agreement' where id = $1",
    [partnership],
  )
  applicant = await enter(stage, 'applicant@applying.example')
  await fresh()
})
afterAll(() => stage.close())

async function fresh(): Promise<void> {
  const person = await enter(stage, `applicant-${Math.random()}@applying.example`)
  applicant = person
  application = await published(stage.platform.database, coalition.id, person.id, 'individual')
}

const close = async () => {
  await endPeriod(stage.platform.database, application)
  await writeAs(stage.platform.database, coalition.id, null, tx => closeObjections(tx, application))
}

describe('the list of applications', () => {
  test('is for people inside, whichever they follow', async () => {
    for (const person of [anna, partner]) {
      for (const path of [
        '/applications',
        '/applications?state=closed',
        `/applications?after=${application}`,
      ]) {
        expect((await person.browser.get(at(path))).status, path).toBe(200)
      }
    }
    expect((await applicant.browser.get(at('/applications'))).status).toBe(403)
    expect((await new Visitor(stage).get(at('/applications'))).status).toBe(303)
  })
})

describe('an application', () => {
  test('is seen by its applicant and inside, and is 404 for strangers and from another umbrella', async () => {
    const stranger = await enter(stage, 'stranger@applying.example')
    await affiliate(stage, coalition.id, stranger.id)
    for (const person of [applicant, anna, partner])
      expect((await person.browser.get(here())).status).toBe(200)
    expect((await stranger.browser.get(here())).status).toBe(404)
    const [foreign] = elsewhere.coordinators
    for (const slug of [coalition.slug, elsewhere.slug]) {
      expect((await foreign.browser.get(at(`/applications/${application}`, slug))).status).toBe(404)
    }
    expect((await foreign.browser.get(at('/applications/1'))).status).toBe(404)
  })

  test('is answered by members with a vote for their own member only', async () => {
    expect((await partner.browser.post(here('/readings'), { membership: member })).status).toBe(403)
    const [, bohdan] = coalition.coordinators
    expect((await bohdan.browser.post(here('/readings'), { membership: member })).status).toBe(403)
    expect((await anna.browser.post(here('/readings'), { membership: member })).status).toBe(303)
    expect(await (await anna.browser.get(here())).text()).toContain('read, no objection')
  })

  test('takes one objection of a member, with reasons, and lets it be withdrawn', async () => {
    const object = (given: Record<string, string>) =>
      anna.browser.post(here('/objections'), { membership: member, ...given })
    const short = await object({ reasons: 'No.' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('No.</textarea>')
    expect((await object({ reasons })).status).toBe(303)
    const twice = await object({ reasons })
    expect(twice.status).toBe(409)
    expect(await (await applicant.browser.get(here())).text()).toContain(reasons)
    const withdraw = () => anna.browser.post(here('/objections/withdrawal'), { membership: member })
    expect((await withdraw()).status).toBe(303)
    expect((await withdraw()).status).toBe(409)
  })

  test('is taken back by its applicant alone, and can be sent again', async () => {
    expect((await anna.browser.get(here('/withdrawal'))).status).toBe(403)
    expect((await anna.browser.post(here('/withdrawal'))).status).toBe(403)
    expect((await applicant.browser.get(here('/withdrawal'))).status).toBe(200)
    const long = await applicant.browser.post(here('/withdrawal'), { reason: 'x'.repeat(2001) })
    expect(long.status).toBe(422)
    expect((await applicant.browser.post(here('/withdrawal'), { reason: 'We wait' })).status).toBe(303)
    expect((await applicant.browser.post(here('/withdrawal'))).status).toBe(409)
    expect((await anna.browser.post(here('/objections'), { membership: member, reasons })).status).toBe(409)
    application = await published(stage.platform.database, coalition.id, applicant.id, 'individual')
  })
})

describe('a contested application', () => {
  test('is decided by the members in secret: they are led to the ballot, partners and the applicant are not', async () => {
    await fresh()
    await anna.browser.post(here('/objections'), { membership: member, reasons })
    await close()
    const { rows } = await stage.platform.database.owner.query(
      "select number, secret, electorate from initiatives.decisions where kind = 'admission' and subject_id = $1",
      [application],
    )
    expect(rows).toEqual([{ number: expect.any(Number), secret: true, electorate: 2 }])
    const ballot = `/decisions/${rows[0].number}"`
    const read = async (person: Present) => (await person.browser.get(here())).text()
    expect(await read(anna)).toContain(ballot)
    for (const person of [partner, applicant]) {
      const html = await read(person)
      expect(html).not.toContain(ballot)
      expect(html).toContain('The members decide by majority')
    }
  })
})
