import { parse } from 'csv-parse/sync'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition, type Present } from '#tests/coalition.ts'
import { countQueries } from '#tests/query-count.ts'
import { type Alike, letOut, recordIncidents } from '#tests/statistics.ts'
import { enterMonitor, type Row, workedOut } from '#tests/statistics-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'numbers')
const empty = await foundCoalition(stage, 'no-numbers')
const today = Temporal.Now.plainDateISO('UTC')
// All of it in one year, so that the tables are of one block.
const year = today.subtract({ months: 5 }).year
const monthOf = (n: number) => `${year}-${String(n).padStart(2, '0')}-01`
const recorded = today.subtract({ months: 5 }).toString()
let ana: Present
let bob: Present

const at = (path: string, locale = 'en', slug = here.slug) => `/${locale}/${slug}/statistics${path}`
const anybody = () => new Visitor(stage)
const read = async (path: string, locale = 'en') => (await anybody().get(at(path, locale))).text()
const rowsOf = async (release: number): Promise<Row[]> =>
  parse(await read(`/${release}/data.csv`), { columns: true, bom: true })

const before: Alike[] = [
  { n: 31, month: monthOf(1), region: 'UA-30', bias: 'ROMA', responses: ['REP', 'REG'] },
  { n: 12, month: monthOf(2), region: 'UA-51', bias: 'ROMA' },
  { n: 2, month: monthOf(2), region: 'UA-51', bias: 'AS', responses: ['REP', 'REG', 'CHARGED'] },
  { n: 14, month: monthOf(3), region: 'UA-46', bias: 'AS', types: ['THR'] },
  { n: 3, month: monthOf(3), region: 'UA-46', bias: 'AM', types: ['THR', 'DAM'] },
  { n: 11, month: monthOf(1), region: 'UA-30', bias: 'AM' },
  { n: 13, month: monthOf(1), region: 'UA-63', bias: 'AM', types: ['DAM'] },
]
// A few more of the same: whoever could subtract would know of them.
const after: Alike[] = [
  { n: 15, month: monthOf(1), region: 'UA-30', bias: 'ROMA' },
  { n: 1, month: monthOf(2), region: 'UA-51', bias: 'AS', responses: ['REP'] },
  { n: 12, month: monthOf(3), region: 'UA-46', bias: 'AS' },
  { n: 4, month: monthOf(3), region: 'UA-46', bias: 'AM', responses: ['REP', 'REG', 'CHARGED', 'CONV_BIAS'] },
]

// What nobody but this test knows: the numbers behind the rows.
async function truth(): Promise<Map<string, number>> {
  const { rows } = await database.owner.query<{ key: string; n: number }>(
    `select concat_ws('|', r.number, 'verified', d.name, $2::text, d.code, d.region) as key, count(*)::int as n
     from monitoring.incidents i join monitoring.releases r on r.id = i.released_in,
       lateral (values ('region', i.region, ''), ('bias', i.bias, ''), ('bias_region', i.bias, i.region),
         ('stage', monitoring.stage_of(i.responses), ''), ('flag', case when monitoring.is_flagged(i.responses) then 'Y' else 'N' end, ''))
         as d (name, code, region)
     where i.umbrella_id = $1 group by 1`,
    [here.id, String(year)],
  )
  return new Map(rows.map(({ key, n }) => [key, n]))
}

beforeAll(async () => {
  ana = await enterMonitor(stage, here, 'ana')
  bob = await enterMonitor(stage, here, 'bob')
  const old = (all: Alike[]) => all.map(one => ({ ...one, recorded }))
  await recordIncidents(database, here.id, old(before))
  const first = today.subtract({ months: 3 })
  await letOut(database, here.id, [ana.id, bob.id], first, { en: 'The hotline was closed in March.' })
  await recordIncidents(database, here.id, old(after))
  await letOut(database, here.id, [ana.id, bob.id], today)
}, 60_000)
afterAll(() => stage.close())

describe('the public page', () => {
  it.each([
    ['en', 'Reports received, not prevalence.', 'hidden'],
    ['uk', 'Отримані повідомлення, а не поширеність.', 'приховано'],
    ['pl', 'Otrzymane zgłoszenia, a nie skala zjawiska.', 'utajnione'],
  ])(
    'in %s says what its numbers are not, what is hidden and whom it could hear',
    async (locale, caveat, hidden) => {
      const html = await read('', locale)
      for (const words of [caveat, hidden, 'id="coverage"', 'id="reading"']) expect(html).toContain(words)
      expect(await read('/map', locale)).toContain(caveat)
    },
  )

  it('is there before the first release, and for a stranger and in every year', async () => {
    expect((await anybody().get(at('', 'en', empty.slug))).status).toBe(200)
    expect(await (await anybody().get(at('/map', 'en', empty.slug))).text()).toContain(
      'Nothing has been published',
    )
    expect(await read(`?year=${year}`)).toContain('aria-current="page"')
    expect((await anybody().get(at('/map?bias=ROMA&standing=verified&of=UA'))).status).toBe(200)
    expect((await anybody().get(at('?year=1999'))).status).toBe(200)
  })

  it('keeps what was said with a release at its address, and knows no release that is none', async () => {
    expect(await read('/1')).toContain('The hotline was closed in March.')
    expect(await read('/2')).not.toContain('The hotline was closed in March.')
    for (const path of ['/3', '/0', '/x', '/1x', '/1/nothing.svg', '/3/data.csv', '/3/report.pdf'])
      expect((await anybody().get(at(path))).status, path).toBe(404)
  })

  it('is kept for other visitors, and let go when something new is published', async () => {
    const answer = await stage.app.fetch(new Request(new URL(at(''), stage.platform.config.origin)))
    expect([answer.headers.get('cache-control'), answer.headers.has('etag')]).toEqual(['no-cache', true])
  })

  it('asks the database five times, however much is published', async () => {
    const asked = countQueries(database)
    await read('?year=0')
    expect(asked().length).toBeLessThanOrEqual(5)
  })
})

describe('the files', () => {
  it('show suppressed numbers as suppressed, and nowhere as zero', async () => {
    const rows = await rowsOf(2)
    const hidden = rows.filter(({ status }) => status === 'suppressed')
    expect(hidden.length).toBeGreaterThan(3)
    expect(hidden.filter(({ value }) => value !== '')).toEqual([])
    expect(rows.filter(({ status, value }) => status !== 'suppressed' && value === '')).toEqual([])
    const json = JSON.parse(await read('/2/data.json'))
    expect(json.caveat).toBe('Reports received, not prevalence.')
    const cells = json.cells as { status: string; value: number | null }[]
    expect(cells.filter(({ status, value }) => (status === 'suppressed') !== (value === null))).toEqual([])
    const small = cells.filter(({ value }) => value !== null && value > 0 && value < 5)
    expect(small).toEqual([])
  })

  it('say of a release later what they said of it first', async () => {
    const first = (await rowsOf(2)).filter(({ release }) => release === '1')
    expect(first).toEqual(await rowsOf(1))
  })

  it('tell nobody a hidden number, not even who holds two releases against each other', async () => {
    const known = await truth()
    expect(known.size).toBeGreaterThan(20)
    expect(workedOut(await rowsOf(1), known)).toEqual([])
    expect(workedOut(await rowsOf(2), known)).toEqual([])
  })

  it('would tell one that was hidden alone: the attack works', async () => {
    const known = await truth()
    const careless = (await rowsOf(2)).map(row => {
      const n = known.get([row.release, row.standing, row.table, row.period, row.code, row.region].join('|'))
      const alone = row.table === 'bias' && row.release === '2' && row.code === 'AM'
      if (row.table !== 'bias' || row.release !== '2') return row
      return { ...row, status: alone ? 'suppressed' : 'shown', value: alone ? '' : String(n) }
    })
    expect(workedOut(careless, known)).toContain(`2|verified|bias|${year}|AM|`)
  })

  it('are pictures with their caveat, and a report that says it in three languages', async () => {
    for (const name of ['time', 'map', 'bias', 'type', 'justice'])
      expect(await read(`/2/${name}.svg`), name).toContain('Reports received, not prevalence.')
    for (const [locale, words] of [
      ['en', ['Reports received, not prevalence.', 'not zero', 'Where we could hear']],
      ['uk', ['Отримані повідомлення, а не поширеність.', 'не нуль', 'Звідки ми чуємо']],
      ['pl', ['Otrzymane zgłoszenia, a nie skala zjawiska.', 'nie jest zerem', 'Skąd do nas docierają']],
    ] as const) {
      const pdf = new Uint8Array(await (await anybody().get(at('/2/report.pdf', locale))).arrayBuffer())
      const document = await getDocumentProxy(pdf)
      const pages = await Promise.all(
        Array.from({ length: document.numPages }, async (_, n) =>
          (await document.getPage(n + 1)).getTextContent(),
        ),
      )
      const text = pages.flatMap(({ items }) => items.map(item => ('str' in item ? item.str : ''))).join('')
      for (const word of words) expect(text, locale).toContain(word)
      expect((await document.getMarkInfo())?.Marked).toBe(true)
    }
  }, 60_000)

  it('are described for catalogues, each version by its own address', async () => {
    const dataset = JSON.parse(await read('/dataset.jsonld'))
    expect(dataset['@type']).toBe('dcat:Dataset')
    expect(dataset['dcat:hasVersion'].map((one: Record<string, unknown>) => one['dcat:version'])).toEqual([
      '2',
      '1',
    ])
    const addresses = JSON.stringify(dataset).match(/"dcat:downloadURL":\{"@id":"([^"]+)"/g) ?? []
    expect(addresses).toHaveLength(18)
  })
})

it('the API gives the same numbers, and its description says so', async () => {
  const api = async (path: string) => (await anybody().get(`/api/v1/${here.slug}/statistics${path}`)).json()
  expect((await api('')).releases).toHaveLength(2)
  expect((await api('/2')).cells).toEqual(JSON.parse(await read('/2/data.json')).cells)
  expect((await api('/dataset'))['@type']).toBe('dcat:Dataset')
  expect((await anybody().get(`/api/v1/${here.slug}/statistics/9`)).status).toBe(404)
  const description = await (await anybody().get('/api/v1/openapi.json')).json()
  expect(Object.keys(description.paths)).toContain('/{umbrella}/statistics/{release}')
})
