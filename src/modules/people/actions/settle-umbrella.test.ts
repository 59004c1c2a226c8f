import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'
import { type FirstRun, firstRunForm } from '../forms/first-run.ts'
import { saveFirstRun } from './settle-umbrella.ts'

let stage: Stage
let coalition: Coalition
beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'rules', { settled: false })
})
afterAll(() => stage.close())

const rule = {
  key: 'admission.objection_days',
  label: 'people.firstRun.rules',
  hint: 'people.firstRun.rulesLead',
  minimum: 7,
  maximum: 60,
  fallback: 14,
} as const

const form = firstRunForm([rule])

const typed = (days: string) => ({
  name: { en: 'Rules' },
  locales: ['en'],
  zone: 'Europe/Kyiv',
  country: 'UA',
  founded: '',
  accent: 'slate',
  step: 'save',
  'rule-admission-objection_days': days,
})

const save = (page: FirstRun) =>
  inScope(
    stage.platform.database.request,
    { umbrella: coalition.id, account: coalition.coordinators[0].id },
    'write',
    tx => saveFirstRun(tx, coalition.id, page),
  )

const versions = async () =>
  (
    await stage.platform.database.owner.query(
      'select version, value, adopted_under from platform.rules where umbrella_id = $1 order by version',
      [coalition.id],
    )
  ).rows

test('a founding rule gets a version for each value that was saved, none for the same again', async () => {
  for (const days of ['14', '14', '21']) expect(await save(form.parse(typed(days)))).toBe(true)
  expect(await versions()).toEqual([
    { version: 1, value: 14, adopted_under: 'founding' },
    { version: 2, value: 21, adopted_under: 'founding' },
  ])
})

test.each(['6', '61', 'two weeks', '14.5', ''])('a founding rule of “%s” days is refused', days => {
  const { error } = form.safeParse(typed(days))
  expect(error?.issues.map(issue => issue.path[0])).toEqual(['rule-admission-objection_days'])
})
