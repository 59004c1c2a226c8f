import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { letterDesk, newBody } from '#tests/letters.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'letters-here')
const elsewhere = await foundCoalition(stage, 'letters-elsewhere')
const { representative } = initiativeDesk(stage, here)
const { at, row, post, begun, write, written, opened, send, sent } = letterDesk(stage, here)
const visitor = new Visitor(stage)
let iryna: Representative
let pavlo: Representative
let olha: Representative
let body: string

beforeAll(async () => {
  iryna = await representative('iryna-letters')
  pavlo = await representative('pavlo-letters')
  olha = await representative('olha-letters')
  body = await newBody(database, { name: { uk: 'Кабінет Міністрів України', en: 'Cabinet of Ministers' } })
})
afterAll(() => stage.close())

const coordinator = () => ({ ...here.coordinators[0], membership: 'coalition' })

describe('beginning a letter', () => {
  it('is for members, partners and coordinators; visitors sign in, others are refused', async () => {
    expect((await visitor.get(at('/new'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.get(at('/new'))).status).toBe(403)
    expect((await iryna.browser.get(at('/new'))).status).toBe(200)
  })

  it('finds a body by any script, and asks for kind and name on its own page', async () => {
    const html = await (await iryna.browser.get(at('/new?q=kabinet'))).text()
    expect(html).toContain(`body=${body}`)
    expect(await (await iryna.browser.get(at(`/new?body=${body}`))).text()).toContain('name="kind"')
  })

  it('names every gap at once and keeps what was typed', async () => {
    const answer = await post(iryna, '/drafts', { body, membership: iryna.membership, title: '' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['kind', 'title']) expect(html).toContain(`href="#field-${field}"`)
  })

  it('leads back to the search when no body was chosen, and nowhere when there is none', async () => {
    expect((await post(iryna, '/drafts', { unexpected: 'x' })).status).toBe(422)
    const typed = { kind: 'appeal', membership: iryna.membership, title: 'Лист' }
    expect((await post(iryna, '/drafts', { ...typed, body: crypto.randomUUID() })).status).toBe(404)
    expect((await post(iryna, '/drafts', { ...typed, body, follows: crypto.randomUUID() })).status).toBe(404)
    const path = await begun(iryna, body)
    expect((await post(iryna, `${path}/addressee`, { body: crypto.randomUUID() })).status).toBe(404)
  })

  it('is only in the name of members that one acts for', async () => {
    const typed = { body, kind: 'appeal', title: 'Лист' }
    for (const membership of [pavlo.membership, 'coalition'])
      expect((await post(iryna, '/drafts', { ...typed, membership })).status).toBe(403)
  })

  it('stays with its own people: others find nothing', async () => {
    const path = await begun(iryna, body)
    expect((await iryna.browser.get(at(path))).status).toBe(200)
    expect((await pavlo.browser.get(at(path))).status).toBe(404)
    expect((await here.coordinators[0].browser.get(at(path))).status).toBe(404)
    expect(await (await iryna.browser.get(at('/drafts'))).text()).toContain(path)
    expect(await (await pavlo.browser.get(at('/drafts'))).text()).not.toContain(path)
  })
})

describe('writing a letter', () => {
  it('saves it half-finished, with room for one more ground', async () => {
    const path = await begun(iryna, body)
    const answer = await write(iryna, path, { facts: '', 'proposal-0': '', intent: 'ground' })
    expect(answer.headers.get('location')).toContain('more=ground')
    const html = await (await iryna.browser.get(answer.headers.get('location')!)).text()
    expect(html).toContain('name="ground-1-title"')
    expect(html).toContain('Конституція України')
  })

  it('says why criticism without grounds and proposals cannot go on, and keeps the words', async () => {
    const path = await begun(iryna, body)
    const answer = await write(iryna, path, {
      'proposal-0': '',
      'ground-0-title': '',
      'ground-0-article': '',
      'ground-0-url': '',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('criticism without a proposal cannot be sent')
    expect(html).toContain('href="#field-ground-0-title"')
    expect(html).toContain('Комісії з протидії ксенофобії досі немає.')
    expect((await post(iryna, `${path}/signing`)).status).toBe(409)
    expect((await iryna.browser.get(at(`${path}/sending`))).status).toBe(403)
  })

  it('asks a request for information for nothing but what is asked', async () => {
    const path = await begun(iryna, body)
    const bare = {
      kind: 'information_request',
      'proposal-0': '',
      'ground-0-title': '',
      'ground-0-article': '',
      'ground-0-url': '',
    }
    expect((await write(iryna, path, bare)).status).toBe(303)
  })

  it('refuses a link that is none and a law without a name, and does not overwrite a colleague', async () => {
    const path = await begun(iryna, body)
    const wrong = await write(iryna, path, { 'ground-0-url': 'javascript:alert(1)', 'ground-1-article': '5' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('href="#field-ground-0-url"')
    expect(html).toContain('href="#field-ground-1-title"')
    const stale = (await row(path)).updated
    expect((await write(iryna, path)).status).toBe(303)
    expect((await write(iryna, path, { seen: stale })).status).toBe(409)
  })

  it('prints a preview that nobody else gets', async () => {
    const path = await written(iryna, body)
    const answer = await iryna.browser.get(at(`${path}/preview.pdf`))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect((await pavlo.browser.get(at(`${path}/preview.pdf`))).status).toBe(404)
  })
})

describe('who may read a letter', () => {
  it('is chosen before it leaves: a reason for anything but everybody, and never only oneself', async () => {
    const path = await written(iryna, body)
    const unsaid = await send(iryna, path, { prominence: 'parties' })
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('href="#field-reason"')
    expect((await send(iryna, path, { prominence: 'hidden', reason: 'Names' })).status).toBe(422)
    expect((await send(iryna, path, { prominence: '' })).status).toBe(422)
    const number = await opened(iryna, path)
    await post(pavlo, `${number}/signature`, { membership: pavlo.membership })
    await send(iryna, number, { prominence: 'parties', reason: 'It names a family' })
    expect((await visitor.get(at(number))).status).toBe(404)
    expect((await olha.browser.get(at(number))).status).toBe(404)
    expect((await pavlo.browser.get(at(number))).status).toBe(200)
    expect((await iryna.browser.get(at(number))).status).toBe(200)
    expect(await row(number)).toMatchObject({ prominence: 'parties', prominence_reason: 'It names a family' })
  })
})

describe('signing a letter', () => {
  it('is open to other members for a week; they join and take back, each for their own', async () => {
    const path = await opened(iryna, await written(iryna, body))
    expect((await visitor.get(at(path))).status).toBe(404)
    const html = await (await pavlo.browser.get(at(path))).text()
    expect(html).toContain('Join this letter')
    expect((await post(iryna, `${path}/signature`, { membership: iryna.membership })).status).toBe(403)
    expect((await post(pavlo, `${path}/signature`, { membership: iryna.membership })).status).toBe(403)
    expect((await post(pavlo, `${path}/signature`, { membership: pavlo.membership })).status).toBe(303)
    expect((await post(pavlo, `${path}/signature`, { membership: pavlo.membership })).status).toBe(403)
    expect((await post(pavlo, `${path}/signature/withdrawal`, { membership: pavlo.membership })).status).toBe(
      303,
    )
    expect(await (await pavlo.browser.get(`/en/${here.slug}/home`)).text()).toContain(
      'Про міжвідомчу комісію',
    )
  })

  it('ends with its last day, whatever page is still open', async () => {
    const path = await opened(iryna, await written(iryna, body))
    await database.owner.query(
      'update authorities.communications set sign_until = current_date - 1 where id = $1',
      [(await row(path)).id],
    )
    expect((await post(pavlo, `${path}/signature`, { membership: pavlo.membership })).status).toBe(409)
    expect(await (await iryna.browser.get(`/en/${here.slug}/home`)).text()).toContain(`${path}/sending`)
  })
})

describe('sending a letter', () => {
  it('keeps the bytes that left, with who joined, and shows their hash', async () => {
    const path = await opened(iryna, await written(iryna, body))
    await post(pavlo, `${path}/signature`, { membership: pavlo.membership })
    const answer = await send(iryna, path)
    expect(answer.status).toBe(303)
    const { status, letter_sha256, signatory } = await row(path)
    expect({ status, signatory }).toEqual({ status: 'sent', signatory: 'Ірина' })
    const letter = await visitor.get(at(`${path}/letter.pdf`))
    const bytes = Buffer.from(await letter.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest()).toEqual(letter_sha256)
    expect(await (await visitor.get(at(path))).text()).toContain((letter_sha256 as Buffer).toString('hex'))
    expect(await (await iryna.browser.get(at(path))).text()).not.toContain('Message:')
  })

  it('happens once', async () => {
    const path = await written(iryna, body)
    const { updated } = await row(path)
    const [first, second] = [await send(iryna, path), await send(iryna, path, { seen: updated })]
    expect([first.status, second.status]).toEqual([303, 404])
  })

  it('needs a signatory, a way that is open and the day of posting', async () => {
    const path = await written(iryna, body)
    const nothing = await send(iryna, path, { signatory: '', onDay: '' })
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('href="#field-signatory"')
    const wrongs: Record<string, string>[] = [
      { onDay: '' },
      { onDay: '2999-01-01' },
      { channel: 'mail' },
      { channel: 'platform' },
    ]
    for (const wrong of wrongs) expect((await send(iryna, path, wrong)).status).toBe(422)
    expect((await row(path)).status).toBe('draft')
  })

  it('is not what was printed when a colleague changed it meanwhile', async () => {
    const path = await written(iryna, body)
    const { updated } = await row(path)
    await write(iryna, path, { facts: 'Інше' })
    expect((await send(iryna, path, { seen: updated })).status).toBe(409)
  })

  it('in the coalition’s name is for the secretariat alone, once the member has asked', async () => {
    const path = await written(iryna, body, { through: 'coalition' })
    expect((await send(iryna, path)).status).toBe(403)
    expect((await post(iryna, `${path}/asking`)).status).toBe(303)
    expect(await (await here.coordinators[0].browser.get(`/en/${here.slug}/home`)).text()).toContain(path)
    expect((await send(coordinator(), path)).status).toBe(303)
  })

  it('leaves words that nobody changes any more', async () => {
    const path = await sent(iryna, body)
    const { id } = await row(path)
    await expect(
      database.owner.query(`update authorities.communications set facts = 'x' where id = $1`, [id]),
    ).rejects.toThrow('stays as it was')
    const back = {
      text: 'Already done',
      onDay: Temporal.Now.plainDateISO('Europe/Kyiv').toString(),
      seen: '1',
    }
    expect((await post(pavlo, `${path}/retraction`, back)).status).toBe(403)
    expect((await post(iryna, `${path}/retraction`, back)).status).toBe(303)
    expect((await row(path)).status).toBe('withdrawn')
  })
})
