import { afterAll, expect, test } from 'vitest'
import { demonstrationPlatform } from '#tests/demonstration.ts'
import { commissioner, demoLetters } from './answered-letters.ts'
import { toldLetters } from './told-letters.ts'

const platform = await demonstrationPlatform()
afterAll(() => platform.database.close())

test('the demonstration has letters in every place where one can wait', async () => {
  const { rows } = await platform.database.owner.query<{ status: string }>(
    'select distinct status from authorities.communications order by 1',
  )
  const statuses = rows.map(({ status }) => status)
  for (const status of ['sent', 'clarifying', 'considering', 'closed']) expect(statuses).toContain(status)
})

test('what a public body is said to have decided is told as invented', () => {
  const decided = [...demoLetters, ...toldLetters].flatMap(({ title, steps }) =>
    steps
      .filter(({ kind }) => ['form_chosen', 'answered'].includes(kind))
      .map(step => `${title} ${step.text}`),
  )
  expect(decided.length).toBeGreaterThan(3)
  expect(decided.filter(text => !/демо|pokazowa/i.test(text))).toEqual([])
})

test('only bodies that do not exist are said to have been late', async () => {
  const { rows } = await platform.database.owner.query<{ body: string }>(
    `select b.name ->> 'uk' as body from authorities.deadlines d join authorities.bodies b on b.id = d.body_id
     join authorities.communications c on c.umbrella_id = d.umbrella_id and c.id = d.communication_id
     where d.state = 'breached' or d.state = 'running' and d.due_on < current_date`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { body } of rows) expect(body).toMatch(/\(демо\)/)
})

test('the Commissioner has answered so many letters that a median may be shown', async () => {
  const { rows } = await platform.database.owner.query<{ n: number }>(
    `select count(*)::int as n from authorities.communications c join authorities.bodies b on b.id = c.body_id
     join platform.umbrellas u on u.id = c.umbrella_id
     where b.name ->> 'uk' = $1 and u.slug = 'ombudsman-ua' and c.answered_on is not null`,
    [commissioner],
  )
  expect(rows[0]!.n).toBeGreaterThanOrEqual(5)
})
