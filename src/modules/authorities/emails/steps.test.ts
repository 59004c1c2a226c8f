import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { letterDesk, newBody, officerOf, type Sender, senderIn, sentLetter } from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'
import { stepKinds } from '../schema/steps.ts'
import { messageMails } from './messages.ts'
import { stepMails } from './steps.ts'

let stage: Stage
let here: Coalition
let sender: Sender
let cosigner: Sender
let officer: Present
let colleague: Present
let body: string
let desk: ReturnType<typeof letterDesk>

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'telling')
  sender = await senderIn(stage, here, 'sender')
  cosigner = await senderIn(stage, here, 'cosigner')
  await senderIn(stage, here, 'stranger')
  body = await newBody(stage, here.id, 'Commissioner')
  officer = await officerOf(stage, body, 'olena')
  colleague = await officerOf(stage, body, 'oles')
  desk = letterDesk(stage, here)
})
afterAll(() => stage.close())

const queued = async (template: string, kind: string) =>
  (
    await stage.platform.database.owner.query<{ person: string; category: string }>(
      `select person_id as person, category from platform.mail
       where template = $1 and values ->> 'kind' = $2 order by person_id`,
      [`authorities.${template}`, kind],
    )
  ).rows

describe('a step is told', () => {
  test('to the sender and to those who signed along, once, at once where it presses', async () => {
    const { number } = await sentLetter(stage, here.id, body, {
      membership: sender.membership,
      cosigner: cosigner.membership,
    })
    const people = [sender.id, cosigner.id].sort()
    await desk.take(officer, number, 'registration')
    expect(await queued('step_told', 'registered')).toEqual(
      people.map(person => ({ person, category: 'news' })),
    )
    await desk.take(officer, number, 'response-form', { 'forms[]': ['own_initiative', 'visit', 'court'] })
    expect(await queued('step_told', 'form_chosen')).toEqual(
      people.map(person => ({ person, category: 'news' })),
    )
    await desk.take(officer, number, 'answer')
    expect(await queued('step_told', 'answered')).toEqual(
      people.map(person => ({ person, category: 'soon' })),
    )
    await desk.take(sender, number, 'closing')
    expect(await queued('step_told', 'closed')).toEqual([{ person: cosigner.id, category: 'news' }])
    expect(await queued('desk_told', 'closed')).toEqual([])
  })

  test('to everybody who answers for the body when something reaches them', async () => {
    const { number } = await sentLetter(stage, here.id, body, { membership: sender.membership })
    await desk.take(officer, number, 'registration')
    await desk.take(officer, number, 'clarification')
    await desk.take(sender, number, 'supplement')
    const officers = [officer.id, colleague.id].sort()
    expect((await queued('desk_told', 'clarified')).map(({ person }) => person)).toEqual(officers)
    await desk.take(sender, number, 'reminder')
    expect((await queued('desk_told', 'reminded')).map(({ person }) => person)).toEqual(officers)
    expect(await queued('desk_told', 'registered')).toEqual([])
  })

  test('on the home of the sender while it waits for them', async () => {
    const { number } = await sentLetter(stage, here.id, body, {
      membership: sender.membership,
      title: 'Waiting at home',
    })
    await desk.take(officer, number, 'registration')
    await desk.take(officer, number, 'clarification')
    const home = async () => (await sender.browser.get(`/en/${here.slug}/home`)).text()
    expect(await home()).toContain('asks for clarification of “Waiting at home”')
    await desk.take(sender, number, 'supplement')
    await desk.take(officer, number, 'answer')
    expect(await home()).toContain('An answer arrived: “Waiting at home”')
    await desk.take(sender, number, 'closing')
    expect(await home()).not.toContain('Waiting at home')
  })
})

test.each(locales)('every mail is a whole letter in %s and carries no text of the communication', locale => {
  const i18n = createI18n(locale, 'Europe/Kyiv')
  for (const { subject, paragraphs, action } of [...stepMails, ...messageMails]) {
    for (const kind of stepKinds) {
      const facts = { number: 7, title: 'A title', body: { en: 'Commissioner' }, kind }
      const texts = [subject(i18n, facts), ...paragraphs(i18n, facts), action?.(i18n, facts) ?? 'x']
      expect(texts.length).toBe(4)
      for (const text of texts) expect(text.trim()).not.toBe('')
    }
  }
})
