import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { limitsOf } from './accounts/limits.ts'
import { invitationToken } from './actions/invite.ts'

let stage: Stage
let coalition: Coalition
let other: Coalition

beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'inviting')
  other = await foundCoalition(stage, 'elsewhere')
})
beforeEach(() => limitsOf(stage.platform).forget())
afterAll(() => stage.close())

const owner = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await stage.platform.database.owner.query(text, values)).rows as R[]

const page = '/en/inviting/invitations'

const send = (address: string) => coalition.coordinators[0].browser.post(page, { address, locale: 'pl' })

type Row = { id: string; address: string | null; accepted_at: string | null; withdrawn_at: string | null }

const latest = async () => (await owner<Row>('select * from people.invitations order by id desc limit 1'))[0]!

/** Invites and returns where the mailed link leads. */
async function linkFor(address: string): Promise<string> {
  expect((await send(address)).headers.get('location')).toContain('people.said.invited')
  return `/en/inviting/invitation/${invitationToken(stage.platform, (await latest()).id)}`
}

const roles = (person: string) => owner('select 1 from people.roles where person_id = $1', [person])

describe('an invitation', () => {
  test('is mailed to its address, in its language, with its link', async () => {
    const link = await linkFor('mailed@example.org')
    const [mail] = await owner<{ template: string; link: string; invitation_id: string }>(
      'select template, link, invitation_id from platform.mail order by id desc limit 1',
    )
    expect(mail).toEqual({
      template: 'people.invitation',
      link: link.replace('/en/inviting', ''),
      invitation_id: (await latest()).id,
    })
  })

  test('leads a newcomer through sign-in, and makes nobody a coordinator by itself', async () => {
    const link = await linkFor('newcomer@example.org')
    const visitor = new Visitor(stage)
    const html = await (await visitor.get(link)).text()
    expect(html).toContain('You are invited to become a coordinator')
    expect(html).toContain(encodeURIComponent(link))
    const entered = await visitor.signIn('newcomer@example.org', 'New Comer', link)
    expect(entered.headers.get('location')).toBe(link)
    const accepted = await visitor.post(link)
    expect(accepted.headers.get('location')).toBe('/en/inviting?said=people.said.invitationAccepted')
    const [{ id }] = (await owner<{ id: string }>(
      `select id from people.people where name = 'New Comer'`,
    )) as [{ id: string }]
    expect(await roles(id)).toEqual([])
    expect((await visitor.get('/en/inviting/acts')).status).toBe(403)
    const choice = await (await coalition.coordinators[0].browser.get('/en/inviting/roles/proposal')).text()
    expect(choice).toContain('New Comer')
  })

  test('says when it was sent to another address, and can still be accepted', async () => {
    const link = await linkFor('somebody.else@example.org')
    const { browser } = await enter(stage, 'own@example.org')
    const html = await (await browser.get(link)).text()
    expect(html).toContain('so…@example.org')
    expect(html).not.toContain('somebody.else@')
    expect((await browser.post(link)).status).toBe(303)
  })

  test('is accepted once, and keeps no address afterwards', async () => {
    const link = await linkFor('once@example.org')
    const { browser } = await enter(stage, 'once@example.org')
    expect((await browser.post(link)).status).toBe(303)
    expect((await latest()).address).toBeNull()
    const second = await enter(stage, 'second@example.org')
    expect((await second.browser.post(link)).status).toBe(409)
  })

  test('is not accepted after it was taken back or has expired', async () => {
    const { browser } = await enter(stage, 'late@example.org')
    const withdrawn = await linkFor('late@example.org')
    const { id } = await latest()
    expect((await coalition.coordinators[1].browser.post(`${page}/${id}/withdrawal`)).status).toBe(303)
    expect((await latest()).address).toBeNull()
    expect((await browser.post(withdrawn)).status).toBe(409)
    const expired = await linkFor('late@example.org')
    await owner(`update people.invitations set expires_at = now() where id = $1`, [(await latest()).id])
    expect((await browser.post(expired)).status).toBe(409)
    expect(await (await browser.get(expired)).text()).toContain('This invitation is no longer valid')
  })

  test('is not sent twice to one address while it is open', async () => {
    await linkFor('twice@example.org')
    expect((await send('TWICE@example.org')).status).toBe(409)
  })

  test('is not opened by a link of another umbrella, nor by a made-up one', async () => {
    const link = await linkFor('foreign@example.org')
    const { browser } = await enter(stage, 'foreign@example.org')
    const elsewhere = link.replace('inviting', 'elsewhere')
    expect((await browser.get(elsewhere)).status).toBe(404)
    expect((await browser.post(elsewhere)).status).toBe(404)
    expect((await browser.get('/en/inviting/invitation/made-up')).status).toBe(404)
    expect((await new Visitor(stage).post(link)).status).toBe(403)
  })

  test('keeps its secret out of the database', async () => {
    const link = await linkFor('stored@example.org')
    const token = link.split('/').at(-1)!
    expect(JSON.stringify(await owner('select * from people.invitations'))).not.toContain(token)
  })
})

describe('the list of invitations', () => {
  test('is for coordinators of the umbrella', async () => {
    const member = await enter(stage, 'member@example.org')
    await memberWith(stage, coalition.id, member.id)
    expect((await coalition.coordinators[1].browser.get(page)).status).toBe(200)
    expect((await member.browser.get(page)).status).toBe(403)
    expect((await other.coordinators[0].browser.get(page)).status).toBe(403)
    expect((await new Visitor(stage).get(page)).headers.get('location')).toContain('/en/sign-in')
    const { id } = await latest()
    expect((await member.browser.post(`${page}/${id}/withdrawal`)).status).toBe(403)
    expect(
      (await other.coordinators[0].browser.post(`/en/elsewhere/invitations/${id}/withdrawal`)).status,
    ).toBe(404)
  })

  test('gives back what was typed wrongly', async () => {
    const answer = await coalition.coordinators[0].browser.post(page, { address: 'nonsense', locale: 'xx' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="nonsense"')
  })
})
