import { describe, expect, it } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { hasEnded, nextSteps, stagesOf } from './legislation.ts'
import { proposalStepKinds, type Route, routes, stages } from './schema/proposals.ts'

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
})
