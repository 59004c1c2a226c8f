import { afterAll, expect, test } from 'vitest'
import { loadDemonstration } from '#src/main.ts'
import { testPlatform } from '#tests/platform.ts'
import { demoLetters } from './answered-letters.ts'

const platform = await testPlatform()
await loadDemonstration(platform)
afterAll(() => platform.database.close())

test('the demonstration has letters in every place where one can wait', async () => {
  const { rows } = await platform.database.owner.query<{ status: string }>(
    'select distinct status from authorities.communications order by 1',
  )
  const statuses = rows.map(({ status }) => status)
  for (const status of ['sent', 'clarifying', 'considering', 'closed']) expect(statuses).toContain(status)
})

test('what a public body is said to have decided is told as invented', () => {
  const decided = demoLetters.flatMap(({ title, steps }) =>
    steps
      .filter(({ kind }) => ['form_chosen', 'answered'].includes(kind))
      .map(step => `${title} ${step.text}`),
  )
  expect(decided.length).toBeGreaterThan(3)
  expect(decided.filter(text => !/демо/i.test(text))).toEqual([])
})
