import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { article, monitorOf } from '#tests/monitor-desk.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let elsewhere: Coalition
let vera: Present
let ivan: Present
let foreign: Present

const at = (path: string, slug = place.slug) => `/en/${slug}${path}`

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'watching')
  elsewhere = await foundCoalition(stage, 'watching-elsewhere')
  await memberWith(stage, place.id, place.coordinators[0].id)
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan', { opened: false })
  foreign = await monitorOf(stage, elsewhere, 'foreign')
})
afterAll(() => stage.close())

const textOf = async (answer: Response | Promise<Response>) => (await answer).text()
const one = async (text: string, values: unknown[] = []) =>
  (await stage.platform.database.owner.query(text, values)).rows[0]

async function recorded(over: Record<string, string> = {}): Promise<string> {
  const answer = await vera.browser.post(at('/incidents'), article({ anyway: 'yes', ...over }))
  expect(answer.status, await answer.clone().text()).toBe(303)
  return /incidents\/([0-9a-z]{10})/.exec(answer.headers.get('location')!)![1]!
}

describe('the list of incidents', () => {
  test('is for monitors who showed a second factor, in their own coalition', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at('/incidents'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await place.coordinators[0].browser.get(at('/incidents'))).status).toBe(403)
    expect((await foreign.browser.get(at('/incidents'))).status).toBe(403)
    expect((await vera.browser.get(at('/incidents'))).status).toBe(200)
    await stage.platform.database.owner.query(
      'update accounts.sessions set assurance = 1, assured_at = null where user_id = $1',
      [ivan.id],
    )
    expect((await ivan.browser.get(at('/incidents'))).headers.get('location')).toContain(
      '/second-factor?needed',
    )
    await stage.platform.database.owner.query(
      'update accounts.sessions set assurance = 2, assured_at = now() where user_id = $1',
      [ivan.id],
    )
  })

  test('says when there is none, and finds by level, time, region and motive', async () => {
    expect(await textOf(foreign.browser.get(at('/incidents', elsewhere.slug)))).toContain('No incidents yet')
    const code = await recorded()
    const finds = async (query: string) =>
      (await textOf(vera.browser.get(at(`/incidents?${query}`)))).includes(code)
    expect(await finds('')).toBe(true)
    expect(await finds('verification=V0&period=2026&region=UA-51&waiting=me')).toBe(true)
    for (const other of ['verification=V3', 'period=2024', 'region=PL-06', 'bias=ROMA', 'waiting=second'])
      expect(await finds(other), other).toBe(false)
    for (const nonsense of ['verification=V9', 'period=x', 'region=XX', 'after=x', 'waiting=x'])
      expect(await finds(nonsense), nonsense).toBe(true)
  })

  test('shows no word of what was told', async () => {
    await recorded()
    const html = await textOf(vera.browser.get(at('/incidents')))
    expect(html).not.toContain('stall')
    expect(html).not.toContain('central market')
  })

  test('goes on where a page ended, those of unknown time first, and asks for as much with many as with one', async () => {
    const asked = countQueries(stage.platform.database)
    await vera.browser.get(at('/incidents'))
    const few = asked().length
    await stage.platform.database.owner.query(
      `insert into monitoring.incidents (umbrella_id, id, code, region, month)
       select $1, gen_random_uuid(), translate(substr(md5(n::text), 1, 10), 'ilou', 'zzzz'), 'PL-06',
         case when n > 20 then '2025-01-01'::date + (n % 5) * interval '1 month' end from generate_series(1, 75) n`,
      [place.id],
    )
    asked()
    const seen: string[] = []
    let next: string | undefined = at('/incidents?region=PL-06')
    let first = true
    while (next && seen.length <= 75) {
      const html: string = await textOf(vera.browser.get(next))
      if (first) expect(asked().length).toBe(few)
      first = false
      seen.push(...[...html.matchAll(/incidents\/([0-9a-z]{10})"><code>/g)].map(match => match[1]!))
      next = /href="([^"]*after=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen.length).toBe(75)
    expect(new Set(seen).size).toBe(75)
    expect(few).toBeLessThanOrEqual(5)
  })
})

describe('a new incident', () => {
  test('is recorded by monitors only, with every problem at once', async () => {
    for (const who of [place.coordinators[0], foreign]) {
      expect((await who.browser.get(at('/incidents/new'))).status).toBe(403)
      expect((await who.browser.post(at('/incidents'), article())).status).toBe(403)
    }
    expect((await vera.browser.get(at('/incidents/new?from=call'))).status).toBe(200)
    const bad = await vera.browser.post(
      at('/incidents'),
      article({ address: 'javascript:alert(1)', text: '', summary: '', day: '2026-02-31', region: 'XX-1' }),
    )
    expect(bad.status).toBe(422)
    const html = await bad.text()
    for (const field of ['address', 'text', 'summary', 'day', 'region'])
      expect(html, field).toContain(`href="#field-${field}"`)
    expect(html).toContain('Odesa, central market')
  })

  test('has happened: a slip in the year is not recorded', async () => {
    const year = Temporal.Now.plainDateISO('UTC').year + 1
    const slips: Record<string, string>[] = [{ day: `${year}-01-02` }, { day: '', month: `${year}-01` }]
    for (const when of slips) {
      const answer = await vera.browser.post(at('/incidents'), article({ anyway: 'yes', ...when }))
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('This time has not come yet')
    }
  })

  test('keeps in the open month, region and hash; the words are sealed', async () => {
    const code = await recorded({ text: 'Exactly this text.\r\nOf two lines.' })
    const row = await one('select * from monitoring.incidents where code = $1', [code])
    expect([row.region, row.month, row.verification, row.precision]).toEqual([
      'UA-51',
      '2026-03-01',
      'V0',
      'exact',
    ])
    const source = await one(
      `select encode(hash, 'hex') as hash, encode(sha256('Exactly this text.\nOf two lines.'), 'hex') as archived, record_id
       from monitoring.sources where incident_id = $1`,
      [row.id],
    )
    expect(source.hash).toBe(source.archived)
    expect(source.record_id).not.toBeNull()
    const found = await one(
      `select count(*)::int as n from vault.record_parts
       where position('Exactly'::bytea in sealed) > 0 or position('Odesa'::bytea in sealed) > 0`,
    )
    expect(found.n).toBe(0)
  })

  test('of what somebody told has no hash: few words can be found by trying', async () => {
    const code = await recorded({
      from: 'call',
      kind: 'direct',
      link: '010100000000',
      month: '3.2026',
      day: '',
    })
    const row = await one(
      `select i.month, i.precision, s.hash, s.link from monitoring.incidents i
       join monitoring.sources s on s.incident_id = i.id where i.code = $1`,
      [code],
    )
    expect(row).toMatchObject({ month: '2026-03-01', precision: 'month', hash: null, link: '010100000000' })
  })

  test('is not recorded twice from the same text without saying so', async () => {
    const text = 'One text that two monitors find in the same newspaper on the same morning.'
    const code = await recorded({ text })
    const again = await vera.browser.post(at('/incidents'), article({ text }))
    expect(again.status).toBe(409)
    expect(await again.text()).toContain(`/incidents/${code}`)
    const other = await recorded({ text })
    const { n } = await one(
      `select count(distinct s.origin_id)::int as n from monitoring.sources s join monitoring.incidents i on i.id = s.incident_id
       where i.code in ($1, $2)`,
      [code, other],
    )
    expect(n).toBe(1)
  })

  test('is refused while nobody of the monitors has a key', async () => {
    const young = await foundCoalition(stage, 'watching-without-keys')
    const { owner } = stage.platform.database
    const keyless = await monitorOf(stage, young, 'keyless')
    await owner.query('delete from vault.keys where account_id = $1', [keyless.id])
    const answer = await keyless.browser.post(at('/incidents', young.slug), article())
    expect(answer.status).toBe(409)
    const { n } = await one('select count(*)::int as n from monitoring.incidents where umbrella_id = $1', [
      young.id,
    ])
    expect(n).toBe(0)
  })
})
