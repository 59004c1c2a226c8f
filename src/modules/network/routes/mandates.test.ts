import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { pdf } from '#tests/file-samples.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

const stage: Stage = await setStage()
let coalition: Coalition
let anna: Present
let bohdan: Present
let olena: Present
let member: string
let turn = 0

afterAll(() => stage.close())
beforeEach(async () => {
  turn += 1
  coalition = await foundCoalition(stage, `mandates-${turn}`)
  anna = coalition.coordinators[0]
  bohdan = coalition.coordinators[1]
  olena = await enter(stage, `olena-${turn}@mandates.example`)
  member = await memberWith(stage, coalition.id, olena.id)
  await memberWith(stage, coalition.id, anna.id)
})

const at = (path: string) => `/en/${coalition.slug}${path}`
const proposal = (over: Record<string, string> = {}) => ({
  person: anna.id,
  address: '',
  role: 'deputy',
  document: 'Minutes no. 4',
  from: '2026-01-01',
  until: '',
  ...over,
})
const propose = (who: Present, over?: Record<string, string>) =>
  who.browser.post(at(`/memberships/${member}/mandates`), proposal(over))

async function latest(): Promise<string> {
  const { rows } = await stage.platform.database.owner.query(
    'select id from network.mandates where membership_id = $1 order by proposed_at desc, id desc limit 1',
    [member],
  )
  return rows[0].id
}
const statusOf = async (id: string) =>
  (await stage.platform.database.owner.query('select status from network.mandates where id = $1', [id]))
    .rows[0].status

describe('proposing a representative', () => {
  test('is for the member’s people and coordinators; visitors sign in, others are refused', async () => {
    const form = at(`/memberships/${member}/mandates/new`)
    expect((await new Visitor(stage).get(form)).status).toBe(303)
    const stranger = await enter(stage, `stranger-${turn}@mandates.example`)
    expect((await stranger.browser.get(form)).status).toBe(404)
    const neighbour = await enter(stage, `neighbour-${turn}@mandates.example`)
    await memberWith(stage, coalition.id, neighbour.id)
    expect((await neighbour.browser.get(form)).status).toBe(403)
    expect((await propose(neighbour)).status).toBe(403)
    for (const person of [olena, bohdan]) expect((await person.browser.get(form)).status).toBe(200)
  })

  test('names every problem and loses nothing', async () => {
    const answer = await propose(olena, { person: '', document: '', until: '2025-01-01', from: 'tomorrow' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['person', 'document', 'from'])
      expect(html, field).toContain(`href="#field-${field}"`)
    const backwards = await (await propose(olena, { until: '2025-01-01' })).text()
    expect(backwards).toContain('href="#field-until"')
    expect(backwards).toContain('Minutes no. 4')
  })

  test('goes with its document, and is confirmed by a coordinator where the member has nobody else', async () => {
    const file = { file: new File([pdf], 'Mandate.pdf') }
    const answer = await olena.browser.upload(at(`/memberships/${member}/mandates`), proposal(), file)
    expect(answer.status).toBe(303)
    const mandate = at(`/mandates/${await latest()}`)
    expect((await anna.browser.get(mandate)).status).toBe(200)
    for (const person of [olena, anna]) {
      expect((await person.browser.post(`${mandate}/confirmation`)).status).toBe(403)
    }
    expect(await (await bohdan.browser.get(at('/home'))).text()).toContain(mandate)
    expect((await bohdan.browser.post(`${mandate}/confirmation`)).status).toBe(303)
    expect((await bohdan.browser.post(`${mandate}/confirmation`)).status).toBe(409)
    expect((await anna.browser.get(`${mandate}/file`)).status).toBe(200)
    expect(await statusOf(await latest())).toBe('confirmed')
  })

  test('by mail makes a mandate when the invitation is accepted', async () => {
    const address = `guest-${turn}@mandates.example`
    expect((await propose(olena, { person: '', address })).status).toBe(303)
    expect(await (await olena.browser.get(at(`/memberships/${member}`))).text()).toContain(
      'An invitation (deputy)',
    )
    const guest = await enter(stage, address, 'Guest')
    const { rows } = await stage.platform.database.owner.query(
      'select id from people.invitations where umbrella_id = $1 order by created_at desc',
      [coalition.id],
    )
    const { invitationToken } = await import('#modules/people/actions/invite.ts')
    const token = invitationToken(stage.platform, rows[0].id)
    const page = await guest.browser.get(at(`/invitation/${token}`))
    expect(page.status).toBe(200)
    const accepted = await guest.browser.post(at(`/invitation/${token}`))
    expect(accepted.status).toBe(303)
    expect(accepted.headers.get('location')).toContain(`/mandates/${await latest()}`)
    expect(await statusOf(await latest())).toBe('proposed')
    expect((await guest.browser.get(at(`/mandates/${await latest()}`))).status).toBe(200)
    const home = await guest.browser.get(at('/home'))
    expect(home.status).toBe(200)
    expect(await home.text()).toContain(`/mandates/${await latest()}`)
    const passer = await enter(stage, `none-${turn}@mandates.example`)
    expect((await passer.browser.get(at('/home'))).status).toBe(403)
  })
})

describe('an invitation to act for a member', () => {
  test('is taken back by whoever sent it, or a coordinator, once; others of the member only see it', async () => {
    const deputy = await enter(stage, `deputy-${turn}@mandates.example`)
    const { newMandate } = await import('#tests/members.ts')
    await newMandate(stage.platform.database, coalition.id, member, deputy.id, 'deputy')
    for (const inviter of [olena, deputy]) {
      await propose(inviter, { person: '', address: `guest-${turn}-${inviter.id}@mandates.example` })
    }
    const page = at(`/memberships/${member}`)
    const takingBack = async (who: Present) => [
      ...(await (await who.browser.get(page)).text()).matchAll(/action="([^"]+\/invitations\/[^"]+)"/g),
    ]
    const [[, own] = []] = await takingBack(olena)
    expect(await takingBack(olena)).toHaveLength(1)
    expect(await takingBack(bohdan)).toHaveLength(2)
    const stranger = await enter(stage, `passer-${turn}@mandates.example`)
    expect((await stranger.browser.post(own!)).status).toBe(404)
    expect((await deputy.browser.post(own!)).status).toBe(403)
    expect(
      (await anna.browser.post(own!.replace(/invitations\/[^/]+/, `invitations/${member}`))).status,
    ).toBe(404)
    expect((await olena.browser.post(own!)).status).toBe(303)
    expect((await olena.browser.post(own!)).status).toBe(409)
    expect(await takingBack(olena)).toEqual([])
    const [[, others] = []] = await takingBack(bohdan)
    expect((await bohdan.browser.post(others!)).status).toBe(303)
  })
})

describe('closing a mandate', () => {
  test('refuses a proposal with a reason, once', async () => {
    await propose(olena)
    const refusal = at(`/mandates/${await latest()}/refusal`)
    expect((await anna.browser.get(refusal)).status).toBe(200)
    expect((await anna.browser.post(refusal, { reason: '' })).status).toBe(422)
    expect((await anna.browser.post(refusal, { reason: 'No time' })).status).toBe(303)
    expect((await anna.browser.post(refusal, { reason: 'No time' })).status).toBe(409)
    expect(await statusOf(await latest())).toBe('refused')
  })

  test('is done by the member’s own people; a coordinator only proposes it to a second one', async () => {
    const ending = at(`/mandates/${await latest()}/ending`)
    const other = await enter(stage, `other-${turn}@mandates.example`)
    await memberWith(stage, coalition.id, other.id)
    expect((await other.browser.post(ending, { reason: 'Mine' })).status).toBe(403)
    expect((await bohdan.browser.get(ending)).status).toBe(200)
    expect((await bohdan.browser.post(ending, { reason: 'Nobody answers' })).status).toBe(303)
    expect(await statusOf(await latest())).toBe('confirmed')
    const acts = await (await anna.browser.get(at('/acts'))).text()
    const act = /acts\/([0-9a-f-]{36})\/confirmation/.exec(acts)?.[1]
    expect((await anna.browser.post(at(`/acts/${act}/confirmation`))).status).toBe(303)
    expect(await statusOf(await latest())).toBe('ended')
  })

  test('by its holder takes effect at once', async () => {
    const mandate = await latest()
    const ended = await olena.browser.post(at(`/mandates/${mandate}/ending`), { reason: 'Moving away' })
    expect(ended.status).toBe(303)
    expect((await olena.browser.get(at('/home'))).status).toBe(403)
  })
})
