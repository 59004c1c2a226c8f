import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/id.ts'
import { foundCoalition, type Present } from '#tests/coalition.ts'
import { recordIncidents } from '#tests/statistics.ts'
import { enterMonitor } from '#tests/statistics-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'counting')
const elsewhere = await foundCoalition(stage, 'counting-too')
const today = Temporal.Now.plainDateISO('UTC')
let ana: Present
let bob: Present
let eve: Present

const at = (path: string) => `/en/${here.slug}/statistics${path}`
const monthsAgo = (months: number) => today.subtract({ months }).with({ day: 1 }).toString()

beforeAll(async () => {
  ana = await enterMonitor(stage, here, 'ana')
  bob = await enterMonitor(stage, here, 'bob')
  eve = await enterMonitor(stage, elsewhere, 'eve')
  const calm = Array.from({ length: 14 }, (_, n) => ({ n: 3 + (n % 3), month: monthsAgo(n + 2) }))
  await recordIncidents(database, here.id, calm)
  await recordIncidents(database, here.id, [{ n: 31, month: monthsAgo(1), responses: ['REP', 'REG'] }])
}, 60_000)
afterAll(() => stage.close())

const pages = ['/current', '/release', '/comparisons']
const posts = [
  '/release',
  `/release/${newId()}/publication`,
  `/release/${newId()}/closing`,
  '/official-figures',
  '/populations',
]

describe('numbers that are not published', () => {
  it('are seen by monitors of the umbrella, with their second factor, and by nobody else', async () => {
    const visitor = new Visitor(stage)
    for (const page of pages) {
      expect((await visitor.get(at(page))).headers.get('location'), page).toContain('/sign-in?to=')
      for (const who of [eve, here.coordinators[0]])
        expect((await who.browser.get(at(page))).status).toBe(403)
      expect((await ana.browser.get(at(page))).status, page).toBe(200)
    }
    for (const path of posts)
      for (const who of [visitor, eve.browser, here.coordinators[0].browser])
        expect((await who.post(at(path))).status, path).toBe(403)
    await database.owner.query(
      'update accounts.sessions set assurance = 1, assured_at = null where user_id = $1',
      [ana.id],
    )
    expect((await ana.browser.get(at('/current'))).headers.get('location')).toContain('second-factor')
    await database.owner.query(
      'update accounts.sessions set assurance = 2, assured_at = now() where user_id = $1',
      [ana.id],
    )
  })

  it('raise the alarm when a month is unusual', async () => {
    const html = await (await ana.browser.get(at('/current'))).text()
    expect(html).toContain('Unusually many reports')
    expect(html).toMatch(/All reports, .*: 31;/)
    expect(html).toMatch(/Odesa Oblast, .*: 31;/)
  })
})

describe('a release', () => {
  it('is prepared by one and published by another', async () => {
    const asked = await ana.browser.post(at('/release'), { 'note:en': 'Odesa only' })
    expect(asked.headers.get('location')).toContain('releaseAsked')
    expect((await ana.browser.post(at('/release'))).status).toBe(409)
    const own = await (await ana.browser.get(at('/release'))).text()
    const [, id] = /release\/([0-9a-f-]{36})\/closing/.exec(own) ?? []
    expect(own).not.toContain('/publication')
    expect((await ana.browser.post(at(`/release/${id}/publication`))).status).toBe(403)
    expect(await (await bob.browser.get(at('/release'))).text()).toContain(`${id}/publication`)
    const published = await bob.browser.post(at(`/release/${id}/publication`))
    expect(published.headers.get('location')).toContain('/statistics/1?said=')
    expect((await bob.browser.post(at(`/release/${id}/publication`))).status).toBe(409)
    expect(await (await new Visitor(stage).get(at(''))).text()).toContain('Odesa only')
    expect(await (await ana.browser.get(at('/release'))).text()).toContain('can be asked for from')
  })

  it('that is not there cannot be answered', async () => {
    expect((await bob.browser.post(at(`/release/${newId()}/closing`))).status).toBe(409)
    expect((await bob.browser.post(at('/release/none/closing'))).status).toBe(404)
  })
})

describe('what numbers are compared with', () => {
  const figure = {
    authority: 'Police',
    year: '2026',
    measure: 'recorded',
    available: 'yes',
    value: '1 204',
    source: 'Annual report, p. 12',
  }

  it('gives back what was typed with every problem', async () => {
    const wrong = await ana.browser.post(at('/official-figures'), {
      ...figure,
      year: '26',
      value: 'some',
      source: '',
    })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    for (const field of ['year', 'source']) expect(html).toContain(`href="#field-${field}"`)
    expect(html).toContain('value="Police"')
    expect((await ana.browser.post(at('/official-figures'), { ...figure, value: '' })).status).toBe(422)
    expect(
      (await ana.browser.post(at('/populations'), { region: 'UA-99', year: '', people: '0' })).status,
    ).toBe(422)
  })

  it('is entered with its source, corrected, and “not available” is not zero', async () => {
    expect((await ana.browser.post(at('/official-figures'), figure)).status).toBe(303)
    await ana.browser.post(at('/official-figures'), { ...figure, measure: 'convicted', available: 'no' })
    await bob.browser.post(at('/official-figures'), { ...figure, measure: 'charged', value: '0' })
    await bob.browser.post(at('/official-figures'), { ...figure, value: '1205' })
    const html = await (await new Visitor(stage).get(at(''))).text()
    for (const words of ['1,205', 'not available', 'Annual report, p. 12']) expect(html).toContain(words)
    expect(html).not.toContain('1,204')
  })

  it('gives rates where it is known how many live there', async () => {
    const population = { region: 'UA-51', year: '2022', people: '2 351 392', source: 'Statistics Service' }
    expect((await ana.browser.post(at('/populations'), population)).status).toBe(303)
    const html = await (
      await new Visitor(stage).get(at(`?year=${today.subtract({ months: 1 }).year}`))
    ).text()
    expect(html).toContain('per 100,000 people')
  })
})
