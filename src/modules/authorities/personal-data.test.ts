import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterDesk, newBody, officerOf, type Sender, senderIn, sentLetter } from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let here: Coalition
let sender: Sender
let officer: Present
let desk: ReturnType<typeof letterDesk>

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'forgetting')
  sender = await senderIn(stage, here, 'sender')
  const body = await newBody(stage, here.id, 'Commissioner')
  officer = await officerOf(stage, body, 'olena')
  desk = letterDesk(stage, here)
  const { number } = await sentLetter(stage, here.id, body, { membership: sender.membership })
  await desk.take(officer, number, 'registration')
  await officer.browser.post(desk.at(number, 'messages'), { text: 'Which gate?' })
  await desk.take(sender, number, 'reminder')
})
afterAll(() => stage.close())

const rows = async (text: string, values: unknown[] = []) =>
  (await stage.platform.database.owner.query(text, values)).rows

test('an officer takes along what they did, though they belong to no coalition', async () => {
  const data = await (await officer.browser.get('/en/account/data/parasol.json')).json()
  expect(data.umbrellas).toMatchObject([
    {
      slug: here.slug,
      since: null,
      authorities: {
        steps: [{ kind: 'registered', side: 'authority' }],
        messages: [{ text: 'Which gate?' }],
        officerTerms: [{ body: { en: 'Commissioner' } }],
      },
    },
  ])
})

test('the last one is warned; whoever is forgotten leaves what the body did', async () => {
  const page = await (await officer.browser.get('/en/account/erasure')).text()
  expect(page).toContain('You are the only person who answers for a public body')
  for (const who of [officer, sender]) {
    const answer = await who.browser.post('/en/account/erasure', { understood: 'yes' })
    expect(answer.status).toBe(303)
  }
  expect(await rows('select kind, side, by_person from authorities.steps order by position')).toEqual([
    { kind: 'registered', side: 'authority', by_person: null },
    { kind: 'reminded', side: 'sender', by_person: null },
  ])
  expect(await rows('select text, written_by from authorities.messages')).toEqual([
    { text: 'Which gate?', written_by: null },
  ])
  expect(await rows('select until = current_date as ended from authorities.officers')).toEqual([
    { ended: true },
  ])
  expect(
    await rows('select 1 from platform.journal_entries where person_id = any ($1::uuid[])', [
      [officer.id, sender.id],
    ]),
  ).toEqual([])
})

test('a step stays as it is but for the person', async () => {
  for (const change of ["text = 'x'", "by_person = null, text = 'x'", 'position = 9', 'from_letter = true'])
    await expect(rows(`update authorities.steps set ${change}`)).rejects.toThrow('append-only')
  await expect(rows('delete from authorities.steps')).rejects.toThrow('append-only')
})
