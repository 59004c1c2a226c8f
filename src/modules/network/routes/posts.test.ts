import { afterAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { postDesk, postFields } from '#tests/posts.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const here = await foundCoalition(stage, 'posts-here')
const elsewhere = await foundCoalition(stage, 'posts-elsewhere')
const [anna] = here.coordinators
const { at, eligible, newPost, appoint } = postDesk(stage, here)
const people = {
  olena: await eligible('olena@posts.example', 'Олена'),
  marko: await eligible('marko@posts.example', 'Марко'),
}
afterAll(() => stage.close())

describe('a post', () => {
  it('is kept by coordinators of its own umbrella alone', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at('/posts/new'))).headers.get('location')).toContain('/en/sign-in?to=')
    for (const who of [people.olena, elsewhere.coordinators[0]]) {
      expect((await who.browser.get(at('/posts/new'))).status).toBe(403)
      expect((await who.browser.post(at('/posts'), postFields())).status).toBe(403)
    }
    const path = await newPost()
    expect((await elsewhere.coordinators[0].browser.get(at(path, elsewhere))).status).toBe(404)
    expect((await elsewhere.coordinators[0].browser.get(at(`${path}/hand-over`, elsewhere))).status).toBe(404)
  })

  it('gives back what was typed with every problem', async () => {
    const answer = await anna.browser.post(at('/posts'), {
      kind: '',
      'title:uk': '',
      country: 'UA',
      town: 'Вознесенськ',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Вознесенськ')
    for (const field of ['kind', 'title']) expect(html).toContain(`href="#field-${field}"`)
    expect((await anna.browser.post(at('/posts'), postFields({ 'regions[]': ['PL-06'] }))).status).toBe(422)
    expect((await anna.browser.post(at('/posts'), postFields({ 'regions[]': ['UA-99'] }))).status).toBe(422)
  })

  it('stands on the public page with its area, vacant at first, and the regions that nobody covers', async () => {
    await newPost({ 'title:uk': 'Вільна Одещина', 'regions[]': ['UA-51'] })
    await appoint(await newPost(), people.olena)
    const html = await (await new Visitor(stage).get(at('/posts'))).text()
    expect(html).toContain('Вільна Одещина')
    expect(html).toContain('Vacant')
    expect(html).toMatch(/regions have nobody:.*Odesa Oblast/s)
  })

  it('is changed, and closed only while nobody holds it', async () => {
    const path = await newPost()
    expect((await anna.browser.get(at(`${path}/form`))).status).toBe(200)
    const answer = await anna.browser.post(at(path), {
      'title:uk': 'Інша назва',
      country: 'PL',
      'regions[]': ['PL-06'],
    })
    expect(answer.status).toBe(303)
    await appoint(path, people.olena)
    expect((await anna.browser.post(at(`${path}/closing`))).status).toBe(409)
    const free = await newPost()
    expect((await anna.browser.post(at(`${free}/closing`))).status).toBe(303)
    expect(await (await new Visitor(stage).get(at(free))).text()).toContain('Closed')
    expect((await anna.browser.get(at(`${free}/hand-over`))).status).toBe(403)
  })
})
