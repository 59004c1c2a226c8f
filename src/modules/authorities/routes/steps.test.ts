import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  document,
  letterDesk,
  newBody,
  officerOf,
  type Sender,
  senderIn,
  sentLetter,
} from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'

let stage: Stage
let here: Coalition
let elsewhere: Coalition
let sender: Sender
let stranger: Sender
let officer: Present
let other: Present
let body: string
let otherBody: string
let paperBody: string
let desk: ReturnType<typeof letterDesk>

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'steps')
  elsewhere = await foundCoalition(stage, 'steps-elsewhere')
  sender = await senderIn(stage, here, 'sender')
  stranger = await senderIn(stage, here, 'stranger')
  body = await newBody(stage, here.id, 'Commissioner')
  otherBody = await newBody(stage, here.id, 'Ministry of Culture')
  paperBody = await newBody(stage, here.id, 'A body on paper')
  officer = await officerOf(stage, body, 'olena')
  other = await officerOf(stage, otherBody, 'petro')
  desk = letterDesk(stage, here)
})
afterAll(() => stage.close())

const letter = (over: Parameters<typeof sentLetter>[3] = {}, to = body) =>
  sentLetter(stage, here.id, to, { membership: sender.membership, ...over })

describe('a step of a public body', () => {
  test('is for its own officer: visitors sign in, others are refused, strangers to a hidden letter find nothing', async () => {
    const { number } = await letter()
    const path = desk.at(number, 'registration')
    expect((await new Visitor(stage).get(path)).status).toBe(303)
    expect((await new Visitor(stage).post(path, {})).status).toBe(403)
    for (const who of [sender, stranger, other, here.coordinators[0]])
      expect((await who.browser.get(path)).status).toBe(403)
    expect((await officer.browser.get(path)).status).toBe(200)
    const kept = await letter({ prominence: 'parties' })
    expect((await stranger.browser.get(desk.at(kept.number, 'registration'))).status).toBe(404)
    expect((await other.browser.get(desk.at(kept.number, 'registration'))).status).toBe(404)
    expect(
      (await officer.browser.get(`/en/${elsewhere.slug}/communications/${number}/registration`)).status,
    ).toBe(404)
    expect((await officer.browser.get(desk.at(999, 'registration'))).status).toBe(404)
    expect((await officer.browser.get(`/en/${here.slug}/communications/x/registration`)).status).toBe(404)
  })

  test('names every problem at once and keeps what was typed', async () => {
    const { number } = await letter()
    const answer = await desk.take(officer, number, 'registration', { reference: ' ', onDay: '2001-01-01' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('The day cannot be before the letter was sent')
    expect(html).toContain('value="2001-01-01"')
    const tomorrow = Temporal.Now.plainDateISO('Europe/Kyiv').add({ days: 2 }).toString()
    expect(await (await desk.take(officer, number, 'registration', { onDay: tomorrow })).text()).toContain(
      'cannot be in the future',
    )
    expect(await desk.statusOf(number)).toBe('sent')
  })

  test('follows the graph from registration to the answer; what is impossible says what is possible', async () => {
    const { number } = await letter()
    const early = await desk.take(officer, number, 'response-form')
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Register the letter')
    const done = await desk.take(officer, number, 'registration')
    expect(done.status).toBe(303)
    expect(await (await officer.browser.get(done.headers.get('location')!)).text()).toContain(
      'Letter registered',
    )
    const forms = { 'forms[]': ['own_initiative', 'visit'] }
    expect((await desk.take(officer, number, 'response-form', forms)).status).toBe(303)
    expect((await desk.take(officer, number, 'measures')).status).toBe(303)
    expect((await desk.take(officer, number, 'answer')).status).toBe(303)
    expect(await desk.statusOf(number)).toBe('answered')
    expect((await desk.take(sender, number, 'closing')).status).toBe(303)
    expect((await desk.take(officer, number, 'result')).status).toBe(303)
    expect((await desk.take(officer, number, 'answer')).status).toBe(409)
    expect((await officer.browser.get(desk.at(number, 'answer'))).status).toBe(409)
  })

  test('is no decision without its document, which is known by its content', async () => {
    const { number } = await letter()
    await desk.take(officer, number, 'registration')
    const bare = await desk.take(officer, number, 'response-form', {}, {})
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('recorded with its document')
    const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'answer.pdf')
    expect((await desk.take(officer, number, 'response-form', {}, { document: program })).status).toBe(409)
    expect(await desk.statusOf(number)).toBe('registered')
  })

  test('refuses only with reasons', async () => {
    const { number } = await letter()
    await desk.take(officer, number, 'registration')
    const silent = { 'forms[]': ['reasoned_refusal'], text: '' }
    const answer = await desk.take(officer, number, 'response-form', silent)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('A refusal needs its reasons')
    expect((await desk.take(officer, number, 'return', { text: '' })).status).toBe(422)
    expect((await desk.take(officer, number, 'return')).status).toBe(303)
    expect(await desk.statusOf(number)).toBe('returned')
  })

  test('extends to a later day, never back', async () => {
    const { number } = await letter()
    await desk.take(officer, number, 'registration')
    const dueOn = Temporal.Now.plainDateISO('Europe/Kyiv').add({ days: 20 }).toString()
    expect((await desk.take(officer, number, 'extension', { dueOn: '2020-01-01' })).status).toBe(422)
    const form = await (await officer.browser.get(desk.at(number, 'extension'))).text()
    const [, cap = ''] = /name="dueOn"[^>]* max="(\d{4}-\d\d-\d\d)"/.exec(form) ?? []
    expect(form).toContain('at the latest')
    const beyond = Temporal.PlainDate.from(cap).add({ days: 1 }).toString()
    const refused = await desk.take(officer, number, 'extension', { dueOn: beyond })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`${cap.split('-').reverse().join('.')} at the latest`)
    expect((await desk.take(officer, number, 'extension', { dueOn })).status).toBe(303)
  })

  test('forwards to another body, which sees the letter from then on and decides alone', async () => {
    const { number } = await letter({ prominence: 'parties' })
    const search = await officer.browser.get(`${desk.at(number, 'forwarding')}?q=ministry culture`)
    const html = await search.text()
    expect(html).toContain('Ministry of Culture')
    expect(html).toContain('answers on the platform')
    expect((await desk.take(officer, number, 'forwarding', {})).status).toBe(422)
    expect((await other.browser.get(desk.at(number, 'registration'))).status).toBe(404)
    expect((await desk.take(officer, number, 'forwarding', { body: otherBody })).status).toBe(303)
    expect((await desk.take(officer, number, 'registration')).status).toBe(403)
    expect((await desk.take(other, number, 'registration')).status).toBe(303)
    expect(await desk.statusOf(number)).toBe('registered')
  })

  test('asks, is told, and goes on', async () => {
    const { number } = await letter()
    await desk.take(officer, number, 'registration')
    expect((await desk.take(officer, number, 'clarification')).status).toBe(303)
    expect((await desk.take(officer, number, 'supplement')).status).toBe(403)
    expect((await desk.take(sender, number, 'supplement')).status).toBe(303)
    expect(await desk.statusOf(number)).toBe('registered')
  })
})

describe('where nobody answers on the platform', () => {
  test('the sender records it from letters, and it says so', async () => {
    const { id, number } = await letter({}, paperBody)
    expect((await stranger.browser.get(desk.at(number, 'registration'))).status).toBe(403)
    expect(await (await sender.browser.get(desk.at(number, 'registration'))).text()).toContain(
      'not on the platform yet',
    )
    expect((await desk.take(sender, number, 'registration')).status).toBe(303)
    expect((await desk.take(here.coordinators[0], number, 'answer')).status).toBe(303)
    const { rows } = await stage.platform.database.owner.query(
      'select kind, side, from_letter from authorities.steps where communication_id = $1 order by position',
      [id],
    )
    expect(rows).toEqual([
      { kind: 'registered', side: 'authority', from_letter: true },
      { kind: 'answered', side: 'authority', from_letter: true },
    ])
  })

  test('but not where somebody does', async () => {
    const { number } = await letter()
    expect((await desk.take(sender, number, 'registration')).status).toBe(403)
    expect((await desk.take(here.coordinators[0], number, 'answer')).status).toBe(403)
  })
})

describe('the sender', () => {
  test('reminds, corrects and withdraws; nobody else does', async () => {
    const { number } = await letter()
    for (const path of ['reminder', 'retraction', 'closing', 'own-correction'])
      expect((await desk.take(stranger, number, path)).status, path).toBe(403)
    expect((await desk.take(sender, number, 'reminder')).status).toBe(303)
    expect((await desk.take(sender, number, 'own-correction')).status).toBe(303)
    expect((await desk.take(sender, number, 'retraction')).status).toBe(303)
    expect(await desk.statusOf(number)).toBe('withdrawn')
    expect((await desk.take(officer, number, 'registration')).status).toBe(409)
  })
})

describe('a document', () => {
  test('is opened by both sides, by nobody else while it is theirs alone', async () => {
    const { id, number } = await letter()
    await desk.take(officer, number, 'registration')
    await desk.take(officer, number, 'answer')
    const { rows } = await stage.platform.database.owner.query(
      'select id from authorities.attachments where communication_id = $1',
      [id],
    )
    const path = desk.at(number, `documents/${rows[0].id}`)
    for (const who of [officer, sender]) {
      const answer = await who.browser.get(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      await answer.arrayBuffer()
    }
    for (const who of [stranger.browser, other.browser, new Visitor(stage)])
      expect((await who.get(path)).status).toBe(404)
  })
})

describe('a message', () => {
  test('goes from one side to the other, and stays', async () => {
    const { id, number } = await letter()
    const path = desk.at(number, 'messages')
    expect((await new Visitor(stage).get(path)).status).toBe(303)
    for (const who of [stranger, other]) {
      expect((await who.browser.get(path)).status).toBe(403)
      expect((await who.browser.post(path, { text: 'Hello' })).status).toBe(403)
    }
    expect((await officer.browser.post(path, { text: ' ' })).status).toBe(422)
    expect((await officer.browser.post(path, { text: 'Which gate?', subject: 'A question' })).status).toBe(
      303,
    )
    const reply = await sender.browser.upload(path, { text: 'The east gate.' }, { document: document() })
    expect(reply.status).toBe(303)
    const { owner } = stage.platform.database
    const { rows } = await owner.query(
      'select direction, from_name, prominence from authorities.messages where communication_id = $1 order by received_at',
      [id],
    )
    expect(rows).toEqual([
      { direction: 'in', from_name: 'Commissioner', prominence: 'parties' },
      { direction: 'out', from_name: 'A member', prominence: 'parties' },
    ])
    await expect(
      owner.query(`update authorities.messages set text = 'x' where communication_id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'message_stays' })
    expect(await desk.told('message_written')).toEqual([officer.id, sender.id].sort())
  })
})
