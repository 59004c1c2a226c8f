import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let coalition: Coalition
let other: Coalition

beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'founding', { settled: false })
  other = await foundCoalition(stage, 'elsewhere')
})
afterAll(() => stage.close())

const page = '/en/founding/first-run'

const typed = {
  'name:uk': 'Спільна справа',
  'name:en': 'Common Cause',
  'about:en': 'Two villages & a river',
  founded: '2026-05-31',
  country: '',
  'locales[]': ['uk', 'en'],
  zone: 'Europe/Warsaw',
  accent: 'plum',
  'topic0:en': 'Religion',
  'rule-admission-objection_days': '21',
  'rule-agreement-grace_days': '45',
}

const stored = async () =>
  (
    await stage.platform.database.owner.query(
      `select name, about, accent, locales, zone, country, founded_on, out_of_scope, settled_at is not null as settled
       from platform.umbrellas where slug = 'founding'`,
    )
  ).rows[0]

const post = (fields: Record<string, string | string[]>) =>
  coalition.coordinators[0].browser.post(page, fields)

describe('before the first page is finished', () => {
  test('nobody but its coordinators finds the umbrella', async () => {
    const visitor = new Visitor(stage)
    const stranger = other.coordinators[0].browser
    for (const path of ['/en/founding', page, '/en/founding/roles', '/uk/founding/directory']) {
      expect((await visitor.get(path)).status, path).toBe(404)
      expect((await stranger.get(path)).status, path).toBe(404)
    }
    expect((await coalition.coordinators[0].browser.get(page)).status).toBe(200)
    expect((await visitor.get('/en')).status).toBe(200)
    expect(await (await visitor.get('/en')).text()).not.toContain('/en/founding')
  })

  test('what is typed wrongly comes back, with every problem', async () => {
    const answer = await post({
      ...typed,
      'name:uk': '',
      'name:en': '',
      founded: 'yesterday',
      zone: 'Mars',
      step: 'save',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('There are 3 problems')
    expect(html).toContain('Two villages &amp; a river')
    expect((await stored()).settled).toBe(false)
  })

  test('what is saved is there again', async () => {
    expect((await post({ ...typed, step: 'save' })).headers.get('location')).toContain(
      '/en/founding/first-run',
    )
    expect(await stored()).toEqual({
      name: { uk: 'Спільна справа', en: 'Common Cause' },
      about: { en: 'Two villages & a river' },
      accent: 'plum',
      locales: ['uk', 'en'],
      zone: 'Europe/Warsaw',
      country: null,
      founded_on: '2026-05-31',
      out_of_scope: [{ en: 'Religion' }],
      settled: false,
    })
    const html = await (await coalition.coordinators[1].browser.get(page)).text()
    expect(html).toContain('value="Common Cause"')
    expect(html).toContain('value="Religion"')
    expect(html).toMatch(/value="plum"[^>]*checked|checked[^>]*value="plum"/)
  })

  test('a stranger and a member of another umbrella cannot write', async () => {
    expect((await other.coordinators[0].browser.post(page, { ...typed, step: 'settle' })).status).toBe(404)
    expect((await new Visitor(stage).post(page, { ...typed, step: 'settle' })).status).toBe(404)
  })
})

describe('finishing the first page', () => {
  test('opens the umbrella, keeps the rules as founding rules, and journals it', async () => {
    const opened = (await post({ ...typed, step: 'settle' })).headers.get('location')!
    expect(opened).toBe('/en/founding/import?said=people.said.settled')
    expect((await coalition.coordinators[0].browser.get(opened)).status).toBe(200)
    const adopted = await stage.platform.database.owner.query(
      'select key, value from platform.rules where umbrella_id = $1 order by key, version',
      [coalition.id],
    )
    expect(adopted.rows).toContainEqual({ key: 'agreement.grace_days', value: 45 })
    await stage.app.umbrellas.reload()
    expect((await stored()).settled).toBe(true)
    expect((await new Visitor(stage).get('/en/founding')).status).toBe(200)
    const { rows } = await stage.platform.database.owner.query(
      `select action, visibility from platform.journal_entries where umbrella_id = $1 order by id`,
      [coalition.id],
    )
    expect(rows).toEqual([
      { action: 'people.umbrella_founded', visibility: 'public' },
      { action: 'people.umbrella_settled', visibility: 'public' },
    ])
  })

  test('is done once: the page is gone', async () => {
    expect((await coalition.coordinators[0].browser.get(page)).status).toBe(404)
    expect((await post({ ...typed, step: 'save' })).status).toBe(404)
  })
})
