import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, newBody, officerOf, senderIn } from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { countQueries } from '#tests/query-count.ts'
import { until } from '#tests/until.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let here: Coalition
let elsewhere: Coalition
let body: string
let member: Present
let officer: Present
let anna: Visitor
let visitor: Visitor

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'materials-here')
  elsewhere = await foundCoalition(stage, 'materials-elsewhere')
  body = await newBody(stage, here.id, 'Commissioner')
  member = await senderIn(stage, here, 'member')
  officer = await officerOf(stage, body, 'olena')
  anna = here.coordinators[0].browser
  visitor = new Visitor(stage)
})
afterAll(() => stage.close())

const at = (path: string, slug = here.slug) => `/en/${slug}${path}`
const read = async (who: Visitor, path: string) => (await who.get(at(path))).text()

// What visitors read is kept until the database says that it is old.
const shows = (path: string, words: string) => until(async () => (await read(visitor, path)).includes(words))
const hides = (path: string, words: string) => until(async () => !(await read(visitor, path)).includes(words))

const typed = {
  kind: 'event',
  title: 'Seminar on equal treatment',
  lang: 'en',
  onDay: '2014-12-11',
  description: 'With the secretariat of the Commissioner.',
  url: 'https://example.org/seminar',
}

/** Adds a material; its id. */
async function added(over: Record<string, string> = {}, files: Record<string, File> = {}): Promise<string> {
  const answer = await anna.upload(at(`/bodies/${body}/materials`), { ...typed, ...over }, files)
  expect(answer.status).toBe(303)
  const { rows } = await stage.platform.database.owner.query<{ id: string }>(
    'select id from authorities.materials where title = $1 order by created_at desc limit 1',
    [over.title ?? typed.title],
  )
  return rows[0]!.id
}

const does = async (id: string, deed: string, fields: Record<string, string> = {}) =>
  expect((await anna.post(at(`/materials/${id}/${deed}`), fields)).status, deed).toBe(303)

describe('a material on cooperation', () => {
  test('is written by coordinators alone', async () => {
    const id = await added({ title: 'Whose it is' })
    for (const { browser } of [member, officer, elsewhere.coordinators[0]]) {
      expect((await browser.get(at(`/bodies/${body}/materials/new`))).status).toBe(403)
      expect((await browser.post(at(`/bodies/${body}/materials`), typed)).status).toBe(403)
      for (const path of ['facts', 'withdrawal', 'publication', 'removal'])
        expect((await browser.post(at(`/materials/${id}/${path}`), typed)).status, path).toBe(403)
    }
    expect(
      (await elsewhere.coordinators[0].browser.get(at(`/materials/${id}/facts`, elsewhere.slug))).status,
    ).toBe(404)
  })

  test('names every gap at once and keeps what was typed', async () => {
    const answer = await anna.post(at(`/bodies/${body}/materials`), {
      ...{ title: '', lang: 'en', onDay: '2014-02-31', url: 'ftp://nowhere', description: 'Kept as typed' },
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['kind', 'title', 'onDay', 'url']) expect(html).toContain(`href="#field-${field}`)
    expect(html).toContain('Kept as typed')
    const empty = await anna.post(at(`/bodies/${body}/materials`), {
      kind: 'report',
      title: 'Only a title',
      lang: 'en',
    })
    expect(empty.status).toBe(409)
    expect(await empty.text()).toContain('Give a link, a file or a description')
  })

  test('is read by everybody once it is published: on the page of the body, in list, feed, files and API', async () => {
    const id = await added()
    for (const path of [`/bodies/${body}`, '/materials', '/materials.csv', '/communications.atom'])
      expect(await read(visitor, path), path).not.toContain(typed.title)
    expect(await read(anna, `/bodies/${body}`)).toContain('not published')
    await does(id, 'publication')
    for (const path of [
      ...[`/bodies/${body}`, '/materials', '/materials?kind=event', '/materials.csv', '/materials.json'],
      '/communications.atom',
    ])
      await shows(path, typed.title)
    expect(await read(visitor, '/materials?kind=agreement')).not.toContain(typed.title)
    const api = await visitor.get(`/api/v1/${here.slug}/materials?body=${body}`)
    expect(await api.json()).toMatchObject({
      materials: [{ id, kind: 'event', onDay: '2014-12-11', url: typed.url, file: null }],
    })
    expect((await (await visitor.get(`/api/v1/${elsewhere.slug}/materials`)).json()).materials).toEqual([])
    const told = await stage.platform.database.owner.query(
      `select action, visibility from platform.journal_entries where subject_id = $1 order by id`,
      [id],
    )
    expect(told.rows).toEqual([
      { action: 'authorities.material_added', visibility: 'members' },
      { action: 'authorities.material_published', visibility: 'public' },
    ])
  })

  test('is changed by whoever read its last version, withdrawn with a reason, and published again', async () => {
    const id = await added({ title: 'A report' })
    await does(id, 'publication')
    const stale = await anna.post(at(`/materials/${id}/facts`), { ...typed, title: 'Stale', seen: '1' })
    expect(stale.status).toBe(409)
    await does(id, 'facts', { ...typed, title: 'A better report', seen: '2' })
    await shows('/materials', 'A better report')
    expect((await anna.post(at(`/materials/${id}/withdrawal`), { reason: '' })).status).toBe(422)
    await does(id, 'withdrawal', { reason: 'It names a person.' })
    await hides('/materials', 'A better report')
    expect(await read(anna, '/materials')).toContain('It names a person.')
    expect(await read(visitor, '/materials')).not.toContain('It names a person.')
    expect((await anna.post(at(`/materials/${id}/removal`), {})).status).toBe(409)
    await does(id, 'publication')
    await shows('/materials', 'A better report')
  })

  test('brings its file, which nobody opens before', async () => {
    const id = await added({ title: 'With a file', url: '', description: '' }, { file: document() })
    expect((await visitor.get(at(`/materials/${id}/file`))).status).toBe(404)
    await does(id, 'publication')
    const file = await visitor.get(at(`/materials/${id}/file`))
    expect(file.headers.get('content-type')).toContain('pdf')
    expect((await visitor.get(at(`/materials/${id}/file`, elsewhere.slug))).status).toBe(404)
    const seen = { ...typed, title: 'With a file', seen: '2', url: '', description: '', withoutFile: 'yes' }
    expect((await anna.post(at(`/materials/${id}/facts`), seen)).status).toBe(409)
    const other = await anna.upload(at(`/materials/${id}/facts`), seen, { file: document() })
    expect(other.status).toBe(303)
  })

  test('is thrown away while nobody has read it', async () => {
    const id = await added({ title: 'By mistake' })
    await does(id, 'removal')
    expect(await read(anna, '/materials')).not.toContain('By mistake')
    const { owner } = stage.platform.database
    await expect(owner.query(`delete from authorities.materials where status = 'published'`)).rejects.toThrow(
      'stays',
    )
  })

  test('costs the page of its body one statement, however many there are', async () => {
    const asked = countQueries(stage.platform.database)
    await read(visitor, `/bodies/${body}`)
    const few = asked().length
    for (let n = 0; n < 12; n++) await does(await added({ title: `One of many ${n}` }), 'publication')
    asked()
    await read(visitor, `/bodies/${body}`)
    expect(asked().length).toBe(few)
  })
})
