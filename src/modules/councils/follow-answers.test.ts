import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { letterDesk, newBody, officerOf, sentLetter } from '#tests/authorities-desk.ts'
import { type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let here: Coalition
let officer: Present
let chair: Present
let body: string
let council: string

beforeAll(async () => {
  stage = await setStage()
  const { owner } = stage.platform.database
  here = await foundCoalition(stage, 'answers-here')
  body = await newBody(stage, here.id, 'Ministry')
  officer = await officerOf(stage, body, 'olha')
  chair = await enter(stage, 'chair@example.org')
  council = newId()
  const person = newId()
  await owner.query(
    `insert into councils.councils (umbrella_id, id, slug, kind, name) values ($1, $2, 'public', 'public_council', '{"en": "Public council"}')`,
    [here.id, council],
  )
  await owner.query(
    `insert into councils.people (umbrella_id, id, name, account_id) values ($1, $2, 'Chair', $3)`,
    [here.id, person, chair.id],
  )
  await owner.query(
    `insert into councils.memberships (umbrella_id, id, council_id, person_id, duty) values ($1, $2, $3, $4, 'chair')`,
    [here.id, newId(), council, person],
  )
})
afterAll(() => stage.close())

/** A proposal that was submitted by a letter; the letter's number. */
async function submitted(of: string | null, title: string): Promise<number> {
  const [anna] = here.coordinators
  const at = (path = '') => `/en/${here.slug}/legislation${path}`
  const day = Temporal.Now.plainDateISO('Europe/Kyiv').subtract({ days: 10 }).toString()
  const letter = await sentLetter(stage, here.id, body, { title })
  const put = await anna.browser.post(at(), {
    ...{ route: 'coalition', title, lang: 'en', summary: 'A summary.', preparedOn: day },
    ...(of && { councilId: of }),
  })
  expect(put.status).toBe(303)
  const path = put.headers.get('location')!.replace(/\?.*/, '')
  const step = (fields: Record<string, string>) =>
    anna.browser.post(`${path}/steps`, { onDay: day, ...fields })
  expect((await step({ kind: 'approved', url: 'https://council.example/1' })).status).toBe(303)
  expect((await step({ kind: 'submitted', communicationId: letter.id })).status).toBe(303)
  return letter.number
}

const told = async () => {
  const { rows } = await stage.platform.database.owner.query<{
    person: string
    category: string
    link: string
  }>(
    `select person_id as person, category, link from platform.mail where template = 'councils.proposal_answered' order by link, person_id`,
  )
  return rows
}

describe('an answer to a letter with which a proposal was submitted', () => {
  test('is told to the chair of the council that prepared it, once, and can wait for a digest', async () => {
    const number = await submitted(council, 'A law of the council')
    const { take } = letterDesk(stage, here)
    await take(officer, number, 'registration')
    expect(await told()).toEqual([])
    await take(officer, number, 'answer')
    expect(await told()).toEqual([{ person: chair.id, category: 'news', link: '/legislation/1' }])
  })

  test('is told to coordinators where the proposal is nobody else’s', async () => {
    const number = await submitted(null, 'A law of the coalition')
    const { take } = letterDesk(stage, here)
    await take(officer, number, 'registration')
    await take(officer, number, 'answer')
    const people = (await told()).filter(({ link }) => link === '/legislation/2').map(({ person }) => person)
    expect(people).toEqual(here.coordinators.map(({ id }) => id).sort())
  })

  test('is no news of a letter that no proposal rests on', async () => {
    const before = await told()
    const { number } = await sentLetter(stage, here.id, body, { title: 'By itself' })
    const { take } = letterDesk(stage, here)
    await take(officer, number, 'registration')
    await take(officer, number, 'answer')
    expect(await told()).toEqual(before)
  })
})
