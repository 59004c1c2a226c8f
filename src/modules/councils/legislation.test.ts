import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { hasEnded, nextSteps, stagesOf, staysOf } from './legislation.ts'
import { proposalStepKinds, type Route, routes, type Stage, stages } from './schema/proposals.ts'

const database = await freshDatabase()

describe('the way of a proposal', () => {
  it('is the same graph in the program and in the database', async () => {
    const { rows } = await database.owner.query<{ route: string; stage: string; step: string }>(
      `select route, stage, step from unnest($1::text[]) route, unnest($2::text[]) stage, unnest($3::text[]) step
       where step <> 'prepared' and councils.next_stage(route, stage, step) is not null`,
      [routes, stages, proposalStepKinds],
    )
    const known = routes.flatMap(route =>
      stages.flatMap(stage => nextSteps(route, stage).map(step => `${route} ${stage} ${step}`)),
    )
    // Stages of the other route are never reached on this one.
    const reached = rows.filter(({ route, stage }) => [...stagesOf[route as Route], 'bill'].includes(stage))
    expect(reached.map(({ route, stage, step }) => `${route} ${stage} ${step}`).sort()).toEqual(known.sort())
  })

  it('leads on from every stage of its picture, and from none that ends it', () => {
    for (const route of routes)
      for (const stage of stagesOf[route])
        expect(nextSteps(route, stage).length > 0, `${route} ${stage}`).toBe(!hasEnded(stage))
  })

  it('has a clock for each stage, all stays together, that ends with the way', () => {
    const told = (list: [Stage, string][]) => list.map(([stage, onDay]) => ({ stage, onDay }))
    const today = Temporal.PlainDate.from('2024-03-10')
    const back = told([
      ['prepared', '2024-01-01'],
      ['placed', '2024-01-11'],
      ['prepared', '2024-01-16'],
      ['placed', '2024-02-28'],
    ])
    expect(staysOf(back, today)).toEqual([
      { stage: 'prepared', days: 53, lasts: false },
      { stage: 'placed', days: 16, lasts: true },
    ])
    const over = told([
      ['prepared', '2024-01-01'],
      ['approved', '2024-01-01'],
      ['declined', '2024-01-31'],
    ])
    expect(staysOf(over, today)).toEqual([
      { stage: 'prepared', days: 0, lasts: false },
      { stage: 'approved', days: 30, lasts: false },
    ])
  })
})
