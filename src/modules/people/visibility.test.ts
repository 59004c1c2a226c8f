import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { affiliate, type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

// Who sees whom, whatever the program asks: raw SQL of the request role, with no WHERE.
let stage: Stage
let ours: Coalition
let theirs: Coalition
let person: Present

beforeAll(async () => {
  stage = await setStage()
  ours = await foundCoalition(stage, 'ours', { names: ['anna', 'bohdan', 'cecylia'] })
  theirs = await foundCoalition(stage, 'theirs')
  person = await enter(stage, 'person@example.org')
  await affiliate(stage, ours.id, person.id)
})
afterAll(() => stage.close())

const sees = (account: string | null, umbrella: string | null, text: string) =>
  inScope(
    stage.platform.database.request,
    { umbrella, account },
    'write',
    async tx => (await tx.$client.query(text)).rows,
  )

describe('people', () => {
  const everybody = 'select id from people.people'

  test('are seen by who shares the umbrella of the request, with no WHERE', async () => {
    const [anna, bohdan, cecylia] = ours.coordinators
    const seen = (await sees(anna.id, ours.id, everybody)).map(({ id }) => id)
    expect(seen.sort()).toEqual([anna.id, bohdan.id, cecylia!.id, person.id].sort())
  })

  test('are themselves alone anywhere else', async () => {
    const [anna] = ours.coordinators
    expect(await sees(anna.id, theirs.id, everybody)).toEqual([{ id: anna.id }])
    expect(await sees(anna.id, null, everybody)).toEqual([{ id: anna.id }])
  })

  test('are nobody to a visitor', async () => {
    expect(await sees(null, ours.id, everybody)).toEqual([])
  })

  test('are renamed by themselves alone', async () => {
    const [anna] = ours.coordinators
    expect(await sees(anna.id, ours.id, `update people.people set name = 'x' returning id`)).toEqual([
      { id: anna.id },
    ])
  })

  test('are made by themselves alone', async () => {
    const insert = `insert into people.people (id, name) values (gen_random_uuid(), 'a puppet')`
    await expect(sees(person.id, ours.id, insert)).rejects.toThrow(/row-level security/)
  })
})
