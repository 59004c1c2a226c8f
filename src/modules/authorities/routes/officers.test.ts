import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invitationToken } from '#modules/people/actions/invite.ts'
import { newBody, officerOf } from '#tests/authorities-desk.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let here: Coalition
let elsewhere: Coalition

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'officers')
  elsewhere = await foundCoalition(stage, 'officers-elsewhere')
  // Of different members: two coordinators of one could not confirm each other.
  for (const { id } of here.coordinators) await memberWith(stage, here.id, id)
})
afterAll(() => stage.close())

const owner = () => stage.platform.database.owner
const path = (body: string, at = here) => `/en/${at.slug}/bodies/${body}/officers`
const typed = (address: string) => ({
  who: 'Head of department, Olena',
  address,
  locale: 'en',
  reason: 'Letter 5 of 1 March',
})

async function invitationOf(body: string): Promise<{ id: string; link: string }> {
  const { rows } = await owner().query<{ id: string }>(
    `select id from people.invitations where payload ->> 'body' = $1 order by created_at desc, id desc limit 1`,
    [body],
  )
  const id = rows[0]!.id
  return { id, link: `/en/${here.slug}/invitation/${invitationToken(stage.platform, id)}` }
}

async function confirm(who: Present, body: string): Promise<Response> {
  const { rows } = await owner().query<{ id: string }>(
    `select id from people.acts where kind = 'authorities.name_officer' and subject_id = $1 and status = 'proposed'`,
    [body],
  )
  return who.browser.post(`/en/${here.slug}/acts/${rows[0]!.id}/confirmation`)
}

const inOffice = async (body: string): Promise<string[]> =>
  (
    await owner().query<{ person: string }>(
      'select person_id as person from authorities.officers where body_id = $1 and until is null order by since, person_id',
      [body],
    )
  ).rows.map(({ person }) => person)

describe('the first officer of a body', () => {
  test('is named by two coordinators and the invitation, in either order', async () => {
    const [anna, bohdan] = here.coordinators
    for (const order of ['accepted first', 'confirmed first']) {
      const body = await newBody(stage, here.id, `Body ${order}`)
      const address = `${order.replace(' ', '-')}@office.example`
      expect((await anna.browser.post(path(body), { who: '' })).status).toBe(422)
      expect((await anna.browser.post(path(body), typed(address))).status).toBe(303)
      expect(await (await bohdan.browser.get(`/en/${here.slug}/acts`)).text()).toContain('Head of department')
      const invited = await enter(stage, address)
      const { link } = await invitationOf(body)
      if (order === 'accepted first') {
        expect((await invited.browser.post(link)).headers.get('location')).toContain('/desk')
        expect(await inOffice(body)).toEqual([])
        expect((await confirm(bohdan, body)).status).toBe(303)
      } else {
        expect((await confirm(bohdan, body)).status).toBe(303)
        expect(await inOffice(body)).toEqual([])
        expect((await invited.browser.post(link)).status).toBe(303)
      }
      expect(await inOffice(body)).toEqual([invited.id])
      const { rows } = await owner().query('select 1 from people.affiliations where person_id = $1', [
        invited.id,
      ])
      expect(rows).toEqual([])
    }
  })

  test('is proposed only by coordinators of the coalition that keeps the body', async () => {
    const body = await newBody(stage, here.id, 'Kept here')
    const stranger = await enter(stage, 'stranger@nowhere.example')
    expect((await new Visitor(stage).get(path(body))).status).toBe(303)
    expect((await stranger.browser.get(path(body))).status).toBe(403)
    expect((await stranger.browser.post(path(body), typed('x@office.example'))).status).toBe(403)
    const foreign = elsewhere.coordinators[0]
    expect(await (await foreign.browser.get(path(body, elsewhere))).text()).toContain(
      'names the first person',
    )
    expect((await foreign.browser.post(path(body, elsewhere), typed('x@office.example'))).status).toBe(403)
    expect((await foreign.browser.get(path(crypto.randomUUID(), elsewhere))).status).toBe(404)
  })

  test('is neither of the two coordinators', async () => {
    const [anna, bohdan] = here.coordinators
    const body = await newBody(stage, here.id, 'Named by itself')
    expect((await anna.browser.post(path(body), typed(anna.address))).status).toBe(303)
    const { link } = await invitationOf(body)
    expect((await anna.browser.post(link)).status).toBe(303)
    expect((await confirm(bohdan, body)).status).toBe(409)
    expect(await inOffice(body)).toEqual([])
  })

  test('cannot be named past those who are in office', async () => {
    const [anna, bohdan] = here.coordinators
    const body = await newBody(stage, here.id, 'Taken meanwhile')
    expect((await anna.browser.post(path(body), typed('late@office.example'))).status).toBe(303)
    const late = await enter(stage, 'late@office.example')
    expect((await late.browser.post((await invitationOf(body)).link)).status).toBe(303)
    const first = await officerOf(stage, body, 'earlier')
    const refused = await confirm(bohdan, body)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('already has people here')
    expect(await inOffice(body)).toEqual([first.id])
  })
})

describe('further officers', () => {
  test('are invited by one in office, and each term can be ended, the last with a warning', async () => {
    const body = await newBody(stage, here.id, 'Growing')
    const first = await officerOf(stage, body, 'first')
    expect(await (await first.browser.get(path(body))).text()).toContain('This is the last person')
    expect((await first.browser.post(path(body), { ...typed('bad'), reason: '' })).status).toBe(422)
    expect((await first.browser.post(path(body), typed('next@office.example'))).status).toBe(303)
    const next = await enter(stage, 'next@office.example')
    expect((await next.browser.post((await invitationOf(body)).link)).status).toBe(303)
    expect((await inOffice(body)).sort()).toEqual([first.id, next.id].sort())
    expect((await here.coordinators[0].browser.post(`${path(body)}/${first.id}/end`)).status).toBe(403)
    expect((await next.browser.post(`${path(body)}/${first.id}/end`)).status).toBe(303)
    expect((await next.browser.post(`${path(body)}/${first.id}/end`)).status).toBe(409)
    expect(await inOffice(body)).toEqual([next.id])
    expect((await first.browser.get(path(body))).status).toBe(403)
  })

  test('do not come from an invitation of somebody whose term ended', async () => {
    const body = await newBody(stage, here.id, 'Left behind')
    const [leaving, staying] = [
      await officerOf(stage, body, 'leaving'),
      await officerOf(stage, body, 'staying'),
    ]
    expect((await leaving.browser.post(path(body), typed('friend@office.example'))).status).toBe(303)
    expect((await staying.browser.post(`${path(body)}/${leaving.id}/end`)).status).toBe(303)
    const friend = await enter(stage, 'friend@office.example')
    expect((await friend.browser.post((await invitationOf(body)).link)).status).toBe(409)
    expect(await inOffice(body)).toEqual([staying.id])
  })

  test('are no role of a coalition any more', async () => {
    const form = await (await here.coordinators[0].browser.get(`/en/${here.slug}/roles/proposal`)).text()
    expect(form).toContain('value="monitor"')
    expect(form).not.toContain('value="officer"')
    await expect(
      owner().query(
        `insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'officer')`,
        [here.id, crypto.randomUUID(), here.coordinators[0].id],
      ),
    ).rejects.toMatchObject({ constraint: 'officers_have_terms' })
  })
})
