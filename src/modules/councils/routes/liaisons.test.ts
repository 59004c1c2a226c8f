import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { type Eligible, idOf, postDesk } from '#tests/posts.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'liaisons-here')
const elsewhere = await foundCoalition(stage, 'liaisons-elsewhere')
const { at, eligible, newPost, appoint } = postDesk(stage, here)
const [anna] = here.coordinators
const visitor = new Visitor(stage)
let holder: Eligible
let member: Eligible
let post: string

beforeAll(async () => {
  holder = await eligible('liaison@member.example', 'Liaison')
  member = await eligible('other@member.example', 'Other')
  const path = await newPost({
    kind: 'liaison',
    'title:en': 'Coordinator in Odesa',
    'regions[]': ['UA-51'],
    town: 'Odesa',
  })
  await newPost({ kind: 'liaison', 'title:en': 'Coordinator in Kharkiv', 'regions[]': ['UA-63'] })
  await appoint(path, holder)
  post = idOf(path)
})
afterAll(() => stage.close())

const page = (path = '') => at(`/liaisons/${post}${path}`)
const text = async (who: Visitor, path: string) => (await who.get(path)).text()

const reception = {
  'hours:en': 'Tuesdays, 10 to 16',
  'hours:uk': 'Щовівторка, 10–16',
  address: 'Odesa, Hretska 1',
  phone: '+380 48 000 00 00',
  email: 'odesa@office.example',
}
const contact = {
  onDay: '2025-03-04',
  channel: 'visit',
  withWhom: 'A Roma association',
  about: 'Somebody was refused a passport',
  agreed: 'Write to the Commissioner',
}

describe('liaisons', () => {
  it('are listed with their areas, also where nobody holds the post', async () => {
    const list = await text(visitor, at('/liaisons'))
    for (const told of ['Odesa', 'Kharkiv', 'vacant']) expect(list).toContain(told)
    expect(list).toContain(page())
    expect(await text(visitor, page())).toContain('Odesa')
    expect((await visitor.get(`/en/${elsewhere.slug}/liaisons/${post}`)).status).toBe(404)
  })

  it('say when and where they receive: the holder and the secretariat, and nobody else', async () => {
    expect((await member.browser.get(page('/reception'))).status).toBe(403)
    expect((await member.browser.post(page('/reception'), reception)).status).toBe(403)
    expect((await visitor.get(page('/reception'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.post(page('/reception'), reception)).status).toBe(403)
    expect((await holder.browser.post(page('/reception'), reception)).status).toBe(303)
    const shown = await text(visitor, page())
    for (const told of [
      'Tuesdays, 10 to 16',
      'Odesa, Hretska 1',
      'tel:+380480000000',
      'odesa@office.example',
    ])
      expect(shown).toContain(told)
    expect(await text(visitor, at('/liaisons'))).toContain('Tuesdays, 10 to 16')
    const moved = { ...reception, address: 'Odesa, Deribasivska 2' }
    expect((await anna.browser.post(page('/reception'), moved)).status).toBe(303)
    expect(await text(visitor, page())).toContain('Deribasivska 2')
  })

  it('are told what is wrong with an address, and keep what was typed', async () => {
    const answer = await holder.browser.post(page('/reception'), { ...reception, email: 'nowhere' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#field-email"')
    expect(html).toContain('value="nowhere"')
  })

  it('keep a journal of contacts that only they and the secretariat write and read', async () => {
    for (const who of [member.browser, visitor, elsewhere.coordinators[0].browser])
      expect((await who.post(page('/contacts'), contact)).status).toBe(403)
    expect((await holder.browser.post(page('/contacts'), contact)).status).toBe(303)
    const second = { ...contact, channel: 'phone', withWhom: 'A school' }
    expect((await anna.browser.post(page('/contacts'), second)).status).toBe(303)
    for (const reader of [holder, anna]) {
      const html = await text(reader.browser, page())
      for (const told of ['A Roma association', 'refused a passport', 'A school'])
        expect(html).toContain(told)
    }
    for (const reader of [member.browser, visitor]) {
      const html = await text(reader, page())
      for (const hidden of ['Roma association', 'passport', 'A school']) expect(html).not.toContain(hidden)
    }
  })

  it('name every gap of an entry at once', async () => {
    const answer = await holder.browser.post(page('/contacts'), { ...contact, onDay: '', about: ' ' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['onDay', 'about']) expect(html).toContain(`href="#contact-${field}"`)
    expect(html).toContain('value="A Roma association"')
  })

  it('leave no word of a contact in the journal that members read', async () => {
    const { rows } = await owner.query<{ visibility: string; detail: unknown }>(
      `select visibility, detail from platform.journal_entries where umbrella_id = $1 and action = 'councils.contact_noted'`,
      [here.id],
    )
    expect(rows).toHaveLength(2)
    for (const { visibility, detail } of rows) {
      expect(visibility).toBe('sealed')
      expect(JSON.stringify(detail)).not.toContain('Roma')
    }
  })

  it('hold the journal no longer when their time is over', async () => {
    await owner.query(
      `update network.post_terms set valid_from = valid_from - 10, valid_until = network.today($1)
       where umbrella_id = $1 and post_id = $2`,
      [here.id, post],
    )
    expect(await text(holder.browser, page())).not.toContain('passport')
    expect((await holder.browser.post(page('/contacts'), contact)).status).toBe(403)
    expect(await text(anna.browser, page())).toContain('passport')
  })
})
