import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { newBody, newCommunication, newFile, newMessage, newOfficer } from '#tests/communications.ts'
import { pdf, png } from '#tests/file-samples.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
afterAll(() => stage.close())

let place: Coalition
let author: Present
let stranger: Present
let officer: Present
let letter: { id: string; number: number }
let message: string
let attachment: string
let original: { id: string; sha256: Buffer }

const at = (path = '') => `/en/${place.slug}/communications/${letter.number}${path}`
const visitor = async (path: string) => stage.app.hono.request(new URL(path, stage.platform.config.origin))
const read = async (path: string) => (await visitor(path)).text()

beforeAll(async () => {
  place = await foundCoalition(stage, 'publication')
  author = await enter(stage, 'author@example.org')
  stranger = await enter(stage, 'stranger@example.org')
  officer = await enter(stage, 'officer@example.org')
  const membership = await memberWith(stage, place.id, author.id)
  const body = await newBody(database)
  await newOfficer(database, body, officer.id)
  letter = await newCommunication(database, place.id, {
    body,
    membership,
    title: 'Case of Marusia Kvitka',
    facts: 'Marusia Kvitka was refused. Her phone is 067 123 45 67.',
  })
  message = await newMessage(database, place.id, letter.id, {
    text: 'We shall see Marusia Kvitka on Monday.',
  })
  original = await newFile(database, place.id)
  attachment = crypto.randomUUID()
  await database.owner.query(
    `insert into authorities.attachments (umbrella_id, communication_id, id, message_id, file_id, sha256) values ($1, $2, $3, $4, $5, $6)`,
    [place.id, letter.id, attachment, message, original.id, original.sha256],
  )
})

describe('who may read a letter', () => {
  const pages = () => [
    at('/publication'),
    at('/redaction'),
    at(`/messages/${message}/publication`),
    at(`/attachments/${attachment}/publication`),
  ]

  test('is decided by its sender and the secretariat, and by nobody else', async () => {
    for (const page of pages()) {
      expect((await visitor(page)).status, page).toBe(303)
      expect((await stranger.browser.get(page)).status, page).toBe(403)
      expect((await officer.browser.get(page)).status, page).toBe(403)
      expect((await author.browser.get(page)).status, page).toBe(200)
      expect((await stranger.browser.post(page, { prominence: 'hidden', reason: 'x' })).status).toBe(403)
    }
    expect((await place.coordinators[0].browser.get(at('/publication'))).status).toBe(200)
    expect((await author.browser.get(`/en/${place.slug}/communications/99/publication`)).status).toBe(404)
    const foreign = await foundCoalition(stage, 'elsewhere')
    expect((await author.browser.get(`/en/${foreign.slug}/communications/1/publication`)).status).toBe(403)
  })

  test('is not for officers to change, whatever page they use', async () => {
    const hide = `update authorities.communications set prominence = 'hidden', prominence_reason = 'x' where id = '${letter.id}'`
    const client = await database.request.connect()
    try {
      await client.query(
        `begin; set local parasol.umbrella = '${place.id}'; set local parasol.account = '${officer.id}'`,
      )
      await expect(client.query(hide)).rejects.toMatchObject({ constraint: 'publication_of_sender' })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test.each([
    [{ prominence: 'parties', reason: '' }, 422],
    [{ prominence: 'everyone', reason: '' }, 422],
    [{ prominence: 'public', embargoUntil: '2020-01-01' }, 409],
    [{ prominence: 'public', embargoUntil: '2099-01-01' }, 409],
    [{ prominence: 'public', embargoUntil: 'tomorrow' }, 422],
  ])('needs reasons and days that make sense: %j', async (fields, status) => {
    expect((await author.browser.post(at('/publication'), fields)).status).toBe(status)
  })

  test('changes at once what everybody sees', async () => {
    const register = `/en/${place.slug}/communications`
    expect(await read(register)).toContain('Marusia Kvitka')
    const until = Temporal.Now.plainDateISO().add({ days: 20 }).toString()
    expect(
      (await author.browser.post(at('/publication'), { prominence: 'public', embargoUntil: until })).status,
    ).toBe(303)
    expect(await read(register)).not.toContain('Marusia Kvitka')
    expect(await (await author.browser.get(at('/publication'))).text()).toContain('Under embargo')
    expect((await author.browser.post(at('/publication'), { prominence: 'public' })).status).toBe(303)
    expect(await read(register)).toContain('Marusia Kvitka')
  })
})

describe('the secretariat', () => {
  test('hides what should never have been public, also when it loses sight of it by that', async () => {
    const secretary = place.coordinators[0].browser
    const page = at(`/messages/${message}/publication`)
    const sentence = 'We shall see Marusia Kvitka on Monday.'
    expect((await secretary.get(page)).status).toBe(404)
    expect(
      (await author.browser.post(page, { prominence: 'public', text: sentence, next: 'keep' })).status,
    ).toBe(303)
    expect(
      (await secretary.post(page, { prominence: 'public', text: 'We shall see.', next: 'keep' })).status,
    ).toBe(303)
    expect(
      (await secretary.post(at('/publication'), { prominence: 'hidden', reason: 'A name' })).status,
    ).toBe(303)
    expect((await secretary.get(at('/publication'))).status).toBe(404)
    expect(await read(`/en/${place.slug}/communications`)).not.toContain('Marusia')
    expect((await author.browser.post(at('/publication'), { prominence: 'public' })).status).toBe(303)
  })
})

describe('a redaction', () => {
  test('shows what is taken out before it is kept, and adds nothing but remarks in brackets', async () => {
    const copy = { title: 'Case of [name taken out]', facts: 'Kvitka was refused.' }
    const looked = await (await author.browser.post(at('/redaction'), { ...copy, next: 'look' })).text()
    expect(looked).toContain('<del>')
    expect(looked).toContain('value="Case of [name taken out]"')
    const invented = { ...copy, facts: 'Marusia Kvitka was beaten.', next: 'keep' }
    expect((await author.browser.post(at('/redaction'), invented)).status).toBe(409)
    expect((await author.browser.post(at('/redaction'), { ...copy, title: '', next: 'keep' })).status).toBe(
      422,
    )
    const kept = { title: 'Case of [name taken out]', facts: '[name] was refused.', next: 'keep' }
    expect((await author.browser.post(at('/redaction'), kept)).status).toBe(303)
    const shown = await read(`/api/v1/${place.slug}/communications/${letter.number}`)
    expect(JSON.parse(shown)).toMatchObject({ title: kept.title, facts: kept.facts, redacted: true })
    expect(shown).not.toContain('Marusia')
  })

  test('takes out of grounds and proposals, says so where nothing is left, and leaves the letter whole', async () => {
    const kept = { title: 'Case of [name]', facts: '', 'ground-0-title': '', 'proposal-0': '', next: 'keep' }
    const added: Record<string, string>[] = [
      { 'proposal-0': 'Pay' },
      { 'ground-0-quote': 'x' },
      { 'proposal-1': 'More' },
    ]
    for (const more of added)
      expect((await author.browser.post(at('/redaction'), { ...kept, ...more })).status).toBe(409)
    const looked = await author.browser.post(at('/redaction'), { ...kept, next: 'look' })
    expect(await looked.text()).toContain('[…]')
    expect((await author.browser.post(at('/redaction'), kept)).status).toBe(303)
    const shown = JSON.parse(await read(`/api/v1/${place.slug}/communications/${letter.number}`))
    expect(shown).toMatchObject({
      grounds: [{ title: '[…]', article: '' }],
      proposals: ['[…]'],
      redacted: true,
    })
    const own = await (await author.browser.get(at(''))).text()
    expect(own).toContain('Answer')
    expect(await read(at(''))).not.toContain('Answer</li>')
    const whole = { ...kept, 'ground-0-title': 'Law', 'ground-0-article': '1', 'proposal-0': 'Answer' }
    expect((await author.browser.post(at('/redaction'), whole)).status).toBe(303)
    const again = JSON.parse(await read(`/api/v1/${place.slug}/communications/${letter.number}`))
    expect(again).toMatchObject({ grounds: [{ title: 'Law', article: '1' }], proposals: ['Answer'] })
  })

  test('of an answer publishes the copy alone', async () => {
    const page = at(`/messages/${message}/publication`)
    const copy = { prominence: 'public', text: 'We shall see [name] on Monday.', next: 'keep' }
    expect((await author.browser.post(page, { ...copy, text: 'We shall see nobody.' })).status).toBe(409)
    expect((await author.browser.post(page, { ...copy, next: 'look' })).status).toBe(200)
    expect((await author.browser.post(page, copy)).status).toBe(303)
    const shown = await read(`/api/v1/${place.slug}/communications/${letter.number}`)
    expect(JSON.parse(shown).messages).toMatchObject([
      { text: 'We shall see [name] on Monday.', redacted: true },
    ])
  })

  test('of a file is another file, and tells the hash of the first', async () => {
    const page = at(`/attachments/${attachment}/publication`)
    const post = (fields: Record<string, string>, bytes?: Uint8Array) =>
      author.browser.upload(
        page,
        { prominence: 'public', reason: '', text: '', ...fields },
        bytes ? { file: new File([new Uint8Array(bytes)], 'copy.bin') } : {},
      )
    expect((await post({ copy: 'file' })).status).toBe(409)
    expect((await post({ copy: 'file' }, pdf)).status).toBe(409)
    expect((await post({ copy: 'text' })).status).toBe(409)
    expect((await post({ copy: 'file' }, png)).status).toBe(303)
    const { files } = JSON.parse(await read(`/api/v1/${place.slug}/communications/${letter.number}`))
    expect(files).toMatchObject([{ redacted: true, originalSha256: original.sha256.toString('hex') }])
    const answer = await visitor(at(`/files/${files[0].id}`))
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect((await post({ copy: 'same', name: 'Another name' })).status).toBe(409)
    expect((await post({ copy: 'same', name: '[name]' })).status).toBe(303)
    const named = await visitor(at(`/files/${attachment}`))
    expect(named.headers.get('content-disposition')).toContain('%5Bname%5D.')
    expect((await post({ copy: 'none', prominence: 'parties', reason: 'Private' })).status).toBe(303)
    expect((await visitor(at(`/files/${attachment}`))).status).toBe(404)
  })
})
