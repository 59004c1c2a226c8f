import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { letterDesk, newBody } from '#tests/letters.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'acts-here')
const { representative } = initiativeDesk(stage, here)
const { at, row, post, written, send } = letterDesk(stage, here)
const visitor = new Visitor(stage)
let iryna: Representative
let pavlo: Representative
let body: string

beforeAll(async () => {
  iryna = await representative('iryna-acts')
  pavlo = await representative('pavlo-acts')
  body = await newBody(database)
})
afterAll(() => stage.close())

const act = {
  ...{ kind: 'regulation', title: 'Про комісію', lang: 'uk', intent: 'done' },
  ...{ 'article-0-heading': 'Комісія', 'article-0-text': 'Утворити комісію з питань рівності.' },
  ...{ 'article-1-heading': 'Склад', 'article-1-text': 'До неї входять представники спільнот.' },
}

const idIn = (answer: Response) =>
  /acts\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const acts = async (id: string) =>
  (
    await database.owner.query(
      'select *, updated_at::text as seen from authorities.draft_acts where id = $1',
      [id],
    )
  ).rows[0]

async function begun(who = iryna): Promise<string> {
  const answer = await post(who, '/acts', { ...act, membership: who.membership })
  const id = idIn(answer)
  if (!id) throw new Error(`not begun: ${answer.status} ${await answer.text()}`)
  return id
}

describe('a draft act', () => {
  it('is begun for own members alone, and names every problem at once', async () => {
    const own = `name="membership" value="${iryna.membership}"`
    expect(await (await iryna.browser.get(at('/acts/new'))).text()).toContain(own)
    expect((await visitor.get(at('/acts/new'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await post(iryna, '/acts', { ...act, membership: pavlo.membership })).status).toBe(403)
    const answer = await post(iryna, '/acts', {
      lang: 'uk',
      membership: iryna.membership,
      'article-0-text': 'Слова',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['kind', 'title']) expect(html).toContain(`href="#field-${field}"`)
    expect(html).toContain('Слова')
  })

  it('gets articles, moves them and takes them out without a script', async () => {
    const id = await begun()
    const press = async (intent: string, more: Record<string, string> = {}) => {
      const typed = { ...act, seen: (await acts(id)).seen, ...more, intent }
      return post(iryna, `/acts/${id}/text`, typed)
    }
    expect((await press('add')).headers.get('location')).toContain('more=yes')
    await press('down-0')
    expect((await acts(id)).articles.map(({ heading }: { heading: string }) => heading)).toEqual([
      'Склад',
      'Комісія',
    ])
    await press('remove-1')
    expect((await acts(id)).articles.map(({ heading }: { heading: string }) => heading)).toEqual(['Комісія'])
    expect((await press('save', { seen: '2020-01-01' })).status).toBe(409)
  })

  it('is seen by its own people until a letter carries it, and stays as it is from then on', async () => {
    const path = await written(iryna, body)
    const letter = (await row(path)).id
    const id = idIn(await post(iryna, '/acts', { ...act, letter, intent: 'save' }))
    expect((await pavlo.browser.get(at(`/acts/${id}`))).status).toBe(404)
    expect((await pavlo.browser.get(at(`/acts/${id}/text`))).status).toBe(404)
    expect((await send(iryna, path)).status).toBe(303)
    expect(await (await visitor.get(at(`/acts/${id}`))).text()).toContain('Утворити комісію')
    const { seen } = await acts(id)
    expect((await post(iryna, `/acts/${id}/text`, { ...act, seen })).status).toBe(409)
  })

  it('is compared with what was issued, word by word, and counted', async () => {
    const path = await written(iryna, body, { 'topics[]': ['dialogue'] })
    const id = await begun()
    await post(iryna, `${path}/act`, { act: id })
    await send(iryna, path)
    const issued = {
      title: 'Постанова № 1',
      on: '2014-05-20',
      intent: 'done',
      'article-0-heading': 'Комісія',
    }
    const text = { 'article-0-text': 'Утворити раду з питань рівності.' }
    expect((await post(pavlo, `/acts/${id}/issued`, { ...issued, ...text })).status).toBe(403)
    expect((await post(iryna, `/acts/${id}/issued`, { ...issued, on: '' })).status).toBe(422)
    expect((await post(iryna, `/acts/${id}/issued`, { ...issued, ...text })).status).toBe(303)
    expect(await acts(id)).toMatchObject({ words: 10, words_kept: 4 })
    const html = await (await visitor.get(at(`/acts/${id}`))).text()
    expect(html).toContain('<del>комісію</del>')
    expect(html).toContain('40%')
    const page = await (await visitor.get(`/en/${here.slug}/bodies/${body}`)).text()
    expect(page).toContain('What came of draft acts')
  })
})
