import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { newBody, newCommunication, newFile, newOfficer, step } from '#tests/communications.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
afterAll(() => stage.close())
let place: Coalition
let officer: Present
let stranger: Present
let busy: string
let quiet: string

const visit = (path: string) =>
  stage.app.hono.request(new URL(`/en/${place.slug}${path}`, stage.platform.config.origin))
const read = async (path: string) => (await visit(path)).text()

beforeAll(async () => {
  place = await foundCoalition(stage, 'cards')
  officer = await enter(stage, 'officer@example.org')
  stranger = await enter(stage, 'stranger@example.org')
  busy = await newBody(database, { name: { en: 'Busy ministry' } })
  quiet = await newBody(database, { name: { en: 'Quiet ministry' } })
  await newOfficer(database, busy, officer.id)
  const { id: file } = await newFile(database, place.id)
  const answers = ['2026-01-12', '2026-01-15', '2026-01-20', '2026-02-09', '2026-03-11']
  for (const onDay of answers) {
    const { id } = await newCommunication(database, place.id, { body: busy })
    const by = { communication: id, side: 'authority', body: busy } as const
    await step(database, place.id, officer.id, {
      ...by,
      kind: 'registered',
      reference: '1',
      onDay: '2026-01-11',
    })
    await step(database, place.id, officer.id, {
      ...by,
      kind: 'form_chosen',
      responseForm: 'visit',
      file,
      onDay,
    })
    await step(database, place.id, officer.id, {
      ...by,
      kind: 'answered',
      resolution: 'granted',
      file,
      onDay,
    })
  }
  const late = await newCommunication(database, place.id, { body: busy, sentOn: '2025-11-01' })
  await step(database, place.id, null, {
    communication: late.id,
    kind: 'breached',
    side: 'program',
    onDay: '2025-12-02',
  })
  await newCommunication(database, place.id, { body: quiet })
})

describe('the card of a public body', () => {
  test('counts answers and their days, and says what the numbers do not say', async () => {
    const html = await read(`/bodies/${busy}/scorecard`)
    expect(html).toContain('Busy ministry')
    expect(html).toMatch(/<dt>Median days to an answer<\/dt><dd>10<\/dd>/)
    expect(html).toContain('In 1 case the deadline passed without an answer.')
    expect(html).toContain('do not say how a body treats others')
    expect(html).toContain('Visit')
    expect(html).toContain('2025')
  })

  test('ranks nobody by a handful of letters', async () => {
    expect(await read(`/bodies/${quiet}/scorecard`)).toContain('Fewer than 5 letters')
    const list = await read('/scorecards')
    expect(list.indexOf('Busy ministry')).toBeLessThan(list.indexOf('Quiet ministry'))
    expect(list).toContain('fewer than 5 answers')
  })

  test('is the same in the API', async () => {
    const { origin } = stage.platform.config
    const answer = await stage.app.hono.request(`${origin}/api/v1/${place.slug}/bodies/${busy}`)
    expect(await answer.json()).toMatchObject({
      received: 6,
      answered: 5,
      overdue: 1,
      late: 0,
      median: 10,
      forms: [{ code: 'visit', n: 5 }],
      results: [{ code: 'granted', n: 5 }],
      reply: null,
    })
    const list = await (await stage.app.hono.request(`${origin}/api/v1/${place.slug}/bodies`)).json()
    expect(list.bodies).toHaveLength(2)
  })

  test('is not there for a body that is not', async () => {
    expect((await visit(`/bodies/${crypto.randomUUID()}/scorecard`)).status).toBe(404)
    expect((await visit('/bodies/x/scorecard')).status).toBe(404)
  })
})

describe('the reply of a body', () => {
  const page = () => `/en/${place.slug}/bodies/${busy}/reply`

  test('is written by its officers alone', async () => {
    expect((await visit(`/bodies/${busy}/reply`)).status).toBe(303)
    expect((await stranger.browser.get(page())).status).toBe(403)
    expect((await stranger.browser.post(page(), { text: 'x', lang: 'en', seen: '0' })).status).toBe(403)
    expect(
      (await place.coordinators[0].browser.post(page(), { text: 'x', lang: 'en', seen: '0' })).status,
    ).toBe(403)
    expect((await officer.browser.get(page())).status).toBe(200)
    expect((await officer.browser.get(`/en/${place.slug}/bodies/${quiet}/reply`)).status).toBe(403)
  })

  test('stands on the card, version after version, and can be taken back', async () => {
    const post = (fields: Record<string, string>) => officer.browser.post(page(), { lang: 'en', ...fields })
    expect((await post({ text: 'x'.repeat(5001), seen: '0' })).status).toBe(422)
    expect((await post({ text: 'We were short of people.', seen: '0' })).status).toBe(303)
    expect(await read(`/bodies/${busy}/scorecard`)).toContain('We were short of people.')
    expect((await post({ text: 'Written over unread', seen: '0' })).status).toBe(409)
    expect((await post({ text: '', seen: '1' })).status).toBe(303)
    expect(await read(`/bodies/${busy}/scorecard`)).not.toContain('short of people')
    await expect(database.owner.query("update authorities.body_replies set text = 'x'")).rejects.toThrow(
      'stays',
    )
    await expect(database.owner.query('delete from authorities.body_replies')).rejects.toThrow('stays')
  })
})
