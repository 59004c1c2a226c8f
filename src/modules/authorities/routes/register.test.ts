import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { newBody, newCommunication } from '#tests/communications.ts'
import { newMember } from '#tests/members.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const { database, config } = stage.platform
afterAll(() => stage.close())
let place: Coalition
let empty: Coalition

const visit = (path: string, slug = place.slug, locale = 'en') =>
  stage.app.hono.request(new URL(`/${locale}/${slug}/communications${path}`, config.origin))
const read = async (...where: Parameters<typeof visit>) => (await visit(...where)).text()

beforeAll(async () => {
  place = await foundCoalition(stage, 'register')
  empty = await foundCoalition(stage, 'empty')
  const { membership } = await newMember(database, place.id, { name: { en: 'Union <of Roma>' } })
  const body = await newBody(database, { name: { en: 'Ministry of Education', uk: 'Міністерство освіти' } })
  const told = { body, membership, topics: ['education'] }
  await newCommunication(database, place.id, { ...told, title: '=HYPERLINK("http://x") <b>school</b>' })
  await newCommunication(database, place.id, { body, title: 'Second letter', kind: 'complaint' })
})

describe('the page of the register', () => {
  test('says what each letter is about, to whom and from whom, in the reader’s language', async () => {
    const html = await read('')
    expect(html).toContain('&lt;b&gt;school&lt;/b&gt;')
    expect(html).toContain('Union &lt;of Roma&gt;')
    expect(html).toContain('Ministry of Education')
    expect(html).toContain('No answer yet')
    expect(await read('', place.slug, 'uk')).toContain('Міністерство освіти')
    expect(await read('', place.slug, 'pl')).toContain('Nie ma jeszcze odpowiedzi')
  })

  test('offers only filters that fit somebody, and shows those in force', async () => {
    const html = await read('?kind=complaint')
    expect(html).toContain('<option value="complaint" selected="">Complaint (1)</option>')
    expect(html).not.toContain('value="petition"')
    expect(html).toContain('Second letter')
    expect(html).not.toContain('school')
  })

  test('says what to do when nothing fits, and when there is nothing yet', async () => {
    expect(await read('?year=1999')).toContain('Nothing was found')
    expect(await read('', empty.slug)).toContain('Nothing has been published yet')
  })

  test('takes any address that somebody types', async () => {
    for (const query of [
      '?older=x',
      '?newer=-1',
      '?body=1',
      '?member=2&q=%00',
      `?q=${'ш'.repeat(900)}`,
      '?older=99999999999',
    ]) {
      expect((await visit(query)).status, query).toBe(200)
    }
  })
})

describe('what can be taken away', () => {
  test('the list as CSV, which no spreadsheet runs, with the filters of the page', async () => {
    const answer = await visit('.csv')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    const text = await answer.text()
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(text).toContain("'=HYPERLINK")
    expect(text).toContain(`${config.origin}/en/register/communications/2`)
    expect((await read('.csv?kind=complaint')).split('\r\n').filter(Boolean)).toHaveLength(2)
  })

  test('the list as JSON, also when it is empty', async () => {
    expect(JSON.parse(await read('.json?topic=education'))).toMatchObject([{ number: 1, state: 'waiting' }])
    expect(JSON.parse(await read('.json', empty.slug))).toEqual([])
  })

  test('the news as Atom', async () => {
    const answer = await visit('.atom')
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    expect(await answer.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
  })

  test('pages of the API, one after the other', async () => {
    const api = (query: string) =>
      stage.app.hono.request(`${config.origin}/api/v1/register/communications${query}`)
    const first = await (await api('?limit=1')).json()
    expect(first).toMatchObject({ total: 2, communications: [{ number: 2 }] })
    const second = await (await stage.app.hono.request(config.origin + first.next)).json()
    expect(second).toMatchObject({ communications: [{ number: 1 }], next: null })
    expect((await api('?limit=0')).status).toBe(400)
    expect((await api('/99')).status).toBe(404)
  })
})
