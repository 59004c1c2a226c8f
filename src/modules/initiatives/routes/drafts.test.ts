import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { pdf } from '#tests/file-samples.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'drafts-here')
const elsewhere: Coalition = await foundCoalition(stage, 'drafts-elsewhere')
const { at, fields, post, draft, representative, partner, rowOf, toldBy, recorded } = initiativeDesk(
  stage,
  here,
)
let iryna: Representative
let pavlo: Representative
let olena: Representative

beforeAll(async () => {
  await owner.query(`update platform.umbrellas set out_of_scope = $2 where id = $1`, [
    here.id,
    JSON.stringify([{ uk: 'Релігія', en: 'Religion' }]),
  ])
  await stage.app.umbrellas.reload()
  iryna = await representative('iryna')
  pavlo = await representative('pavlo')
  olena = await partner('olena')
})
afterAll(() => stage.close())

describe('beginning an initiative', () => {
  it('is for members and partners: visitors sign in, others are refused, also a coordinator who acts for nobody', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at('/initiatives/new'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.get(at('/initiatives/new'))).status).toBe(403)
    expect((await here.coordinators[0].browser.get(at('/initiatives/new'))).status).toBe(403)
    expect((await iryna.browser.get(at('/initiatives/new'))).status).toBe(200)
    expect((await olena.browser.get(at('/initiatives/new'))).status).toBe(200)
  })

  it('is only for members that one acts for', async () => {
    const answer = await post(iryna, '/initiatives', fields({ membership: pavlo.membership, intent: 'save' }))
    expect(answer.status).toBe(403)
  })

  it('shows first what is out of scope', async () => {
    const html = await (await iryna.browser.get(at('/initiatives/new'))).text()
    expect(html.indexOf('Religion')).toBeGreaterThan(0)
    expect(html.indexOf('Religion')).toBeLessThan(html.indexOf('name="need"'))
  })

  it('names every gap at once before it can be published, with what was typed', async () => {
    const typed = { membership: iryna.membership, authoritative: 'uk', title: 'Дім', intent: 'review' }
    const answer = await post(iryna, '/initiatives', typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['need', 'goals', 'beneficiaries', 'asked', 'plan', 'topics', 'scope-0'])
      expect(html).toContain(`href="#field-${field}"`)
    expect(html).toContain('Дім')
  })

  it('asks why a topic that it touches is the coalition’s matter', async () => {
    const typed = fields({ membership: iryna.membership, 'scope-0': 'touches', intent: 'review' })
    const answer = await post(iryna, '/initiatives', typed)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#field-why-0"')
  })

  it('saves a draft half-finished, for its own people alone', async () => {
    const answer = await post(iryna, '/initiatives', {
      ...{ membership: iryna.membership, authoritative: 'uk', title: 'Половина', intent: 'save' },
    })
    const path = /\/initiatives\/drafts\/[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
    expect(await (await iryna.browser.get(at(`${path}/form`))).text()).toContain('Половина')
    expect((await pavlo.browser.get(at(path))).status).toBe(404)
    expect((await here.coordinators[0].browser.get(at(path))).status).toBe(403)
    expect(await (await iryna.browser.get(at('/initiatives/drafts'))).text()).toContain('Половина')
    expect(await (await pavlo.browser.get(at('/initiatives/drafts'))).text()).not.toContain('Половина')
    expect((await post(iryna, `${path}/publication`)).status).toBe(409)
    const list = await (await new Visitor(stage).get(at('/initiatives'))).text()
    expect(list).not.toContain('Половина')
  })
})

describe('writing together', () => {
  it('lets an invited member read, write and answer, and nobody is overwritten unseen', async () => {
    const path = await draft(iryna, { 'scope-0': 'no' })
    expect((await post(iryna, `${path}/coauthors`, { membership: pavlo.membership })).status).toBe(303)
    expect((await post(iryna, `${path}/coauthors`, { membership: pavlo.membership })).status).toBe(409)
    expect(await toldBy('coauthor_invited')).toEqual([pavlo.id])

    const form = await (await pavlo.browser.get(at(`${path}/form`))).text()
    const seen = /name="seen" value="([^"]+)"/.exec(form)![1]!.replaceAll('&#43;', '+')
    const first = await post(pavlo, path, fields({ seen, 'scope-0': 'no', title: 'Дім націй' }))
    expect(first.status).toBe(303)
    const second = await post(iryna, path, fields({ seen, 'scope-0': 'no', title: 'Інакше' }))
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('Інакше')

    const agreed = { membership: pavlo.membership, answer: 'agreed' }
    expect((await post(iryna, `${path}/coauthorship`, agreed)).status).toBe(403)
    expect((await post(pavlo, `${path}/coauthorship`, agreed)).status).toBe(303)
    expect((await post(pavlo, `${path}/publication`)).status).toBe(403)
    expect((await post(pavlo, `${path}/discard`)).status).toBe(403)
    const published = await post(iryna, `${path}/publication`)
    expect(published.status).toBe(303)
    const page = /\/initiatives\/\d+/.exec(published.headers.get('location')!)![0]
    const html = await (await new Visitor(stage).get(at(page))).text()
    expect(html).toContain('Дім націй')
    expect(html).toContain(`/directory/${pavlo.membership}`)
  })

  it('takes the text in another language with how it came about', async () => {
    const path = await draft(iryna, { 'scope-0': 'no' })
    const missing = await post(iryna, `${path}/translations/en`, { title: 'House of Nations' })
    expect(missing.status).toBe(422)
    const written = { title: 'House of Nations', need: 'A place.', state: 'machine' }
    expect((await post(iryna, `${path}/translations/en`, written)).status).toBe(303)
    expect((await post(iryna, `${path}/translations/uk`, written)).status).toBe(409)
    expect((await post(iryna, `${path}/translations/xx-nothing`, written)).status).toBe(404)
    const published = await post(iryna, `${path}/publication`)
    const page = /\/initiatives\/\d+/.exec(published.headers.get('location')!)![0]
    const english = await (await new Visitor(stage).get(at(page))).text()
    expect(english).toContain('House of Nations')
    expect(english).toContain('Machine translation')
    expect(await (await new Visitor(stage).get(at(`${page}?text=uk`))).text()).toContain(
      'Спільноти не мають місця',
    )
  })
})

describe('a draft with files', () => {
  const file = (name: string, content: Uint8Array<ArrayBuffer> | string) => ({
    file: new File([content], name),
  })

  it('shows them to everybody once published, and to nobody before', async () => {
    const path = await draft(iryna, { 'scope-0': 'no' })
    const refused = await iryna.browser.upload(at(`${path}/attachments`), {}, file('a.pdf', 'MZ\u0000'))
    expect(refused.status).toBe(409)
    const added = await iryna.browser.upload(
      at(`${path}/attachments`),
      {},
      file('план.pdf', new Uint8Array(pdf)),
    )
    expect(added.status).toBe(303)
    const html = await (await iryna.browser.get(at(path))).text()
    const attachment = /attachments\/([0-9a-f-]{36})"/.exec(html)![1]
    expect((await pavlo.browser.get(at(`${path}/attachments/${attachment}`))).status).toBe(404)
    const published = await post(iryna, `${path}/publication`)
    const page = /\/initiatives\/\d+/.exec(published.headers.get('location')!)![0]
    const got = await new Visitor(stage).get(at(`${page}/attachments/${attachment}`))
    expect(got.headers.get('content-disposition')).toContain('attachment')
    expect((await post(iryna, `${page}/attachments/${attachment}/removal`)).status).toBe(303)
    expect((await new Visitor(stage).get(at(`${page}/attachments/${attachment}`))).status).toBe(404)
    expect(await recorded(page)).toContain('initiatives.file_removed')
  })

  it('goes with them when it is discarded', async () => {
    const before = await owner.query('select count(*) from platform.files')
    const path = await draft(iryna, { 'scope-0': 'no' })
    await iryna.browser.upload(at(`${path}/attachments`), {}, file('план.pdf', new Uint8Array(pdf)))
    expect((await post(iryna, `${path}/discard`)).status).toBe(303)
    expect((await iryna.browser.get(at(path))).status).toBe(404)
    expect((await owner.query('select count(*) from platform.files')).rows).toEqual(before.rows)
  })
})

describe('publishing', () => {
  it('numbers the initiative, opens the discussion and tells everybody inside once', async () => {
    await owner.query(`delete from platform.mail where template = 'initiatives.initiative_published'`)
    const path = await draft(olena, { 'scope-0': 'no' })
    const answer = await post(olena, `${path}/publication`)
    const page = /\/initiatives\/\d+/.exec(answer.headers.get('location')!)![0]
    expect(await rowOf(page)).toMatchObject({ status: 'discussion', version: 1, round: 1 })
    expect(await toldBy('initiative_published')).toEqual([iryna.id, pavlo.id].sort())
    expect(await recorded(page)).toEqual(['initiatives.initiative_published'])
    // The second press finds that it is no draft any more.
    expect((await post(olena, `${path}/publication`)).status).toBe(404)
    const html = await (await new Visitor(stage).get(at(page))).text()
    expect(html).toContain('Partner olena')
    expect(html).toContain('Religion')
  })

  it('refuses when the coalition has named another topic meanwhile', async () => {
    const path = await draft(iryna, { 'scope-0': 'no' })
    const topics = [{ uk: 'Релігія', en: 'Religion' }, { en: 'Party politics' }]
    await owner.query('update platform.umbrellas set out_of_scope = $2 where id = $1', [
      here.id,
      JSON.stringify(topics),
    ])
    expect((await post(iryna, `${path}/publication`)).status).toBe(409)
  })
})
