import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '#platform/database/scope.ts'
import { newBody, officerOf, sentLetter, today } from '#tests/authorities-desk.ts'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { type Stage, setStage } from '#tests/visitor.ts'
import { standingOf } from '../queries/standing.ts'
import { stepForms } from '../steps/step-forms.ts'
import { recordStep } from './record-step.ts'

let stage: Stage
let here: Coalition
let body: string
let officers: [Present, Present]

beforeAll(async () => {
  stage = await setStage()
  here = await foundCoalition(stage, 'races')
  body = await newBody(stage, here.id, 'Commissioner')
  officers = [await officerOf(stage, body, 'first'), await officerOf(stage, body, 'second')]
})
afterAll(() => stage.close())

const answer = stepForms.find(({ path }) => path === 'answer')!
const pdf = () =>
  new File(['%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], 'a.pdf')

const answering = (who: Present, number: number, text: string, seen = 0) => ({
  scope: { umbrella: here.id, account: who.id },
  work: async (tx: Tx) => {
    const face = (await standingOf(tx, number))!
    return recordStep(tx, face, {
      step: answer,
      entry: { onDay: today(), text, resolution: 'granted' },
      file: pdf(),
      seen,
    })
  },
})

const answers = async (id: string): Promise<string[]> =>
  (
    await stage.platform.database.owner.query<{ text: string }>(
      `select text from authorities.steps where communication_id = $1 and kind = 'answered' order by position`,
      [id],
    )
  ).rows.map(({ text }) => text)

test('of two officers who answer at the same moment one comes first, and the other is told', async () => {
  const { id, number } = await sentLetter(stage, here.id, body)
  const outcomes = await oneAfterTheOther(
    stage.platform.database,
    answering(officers[0], number, 'The first'),
    answering(officers[1], number, 'The second'),
  )
  expect(outcomes).toMatchObject([
    { ok: true },
    { ok: false, reason: 'authorities.step.refusal.somethingHappened' },
  ])
  expect(await answers(id)).toEqual(['The first'])
})

test('who has seen the answer can add to it', async () => {
  const { id, number } = await sentLetter(stage, here.id, body)
  await oneAfterTheOther(
    stage.platform.database,
    answering(officers[0], number, 'The first'),
    answering(officers[1], number, 'And more', 1),
  )
  expect(await answers(id)).toEqual(['The first', 'And more'])
})
