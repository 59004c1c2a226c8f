import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { newBody } from '#tests/letters.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { packSteps } from '#tests/packs.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let place: Coalition
let vera: Present
let steps: ReturnType<typeof packSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'submissions')
  vera = await monitorOf(stage, place, 'vera-submits')
  const ivan = await monitorOf(stage, place, 'ivan-submits')
  steps = packSteps(stage, place, { vera, ivan })
})
afterAll(() => stage.close())

it('a submission that was handed over becomes a draft of the coalition without a word of it', async () => {
  const { owner } = stage.platform.database
  const body = await newBody(stage.platform.database, {
    kind: 'commissioner',
    jurisdiction: 'PL',
    name: { pl: 'Rzecznik' },
  })
  const fields = {
    kind: 'commissioner',
    incident: await steps.incident(),
    addressee: 'pl_commissioner',
    reason: 'Writing',
  }
  const pack = await steps.final(fields)
  await steps.done(steps.post(vera, `/${pack}/hand-over`, { asked: 'yes' }))
  const { rows } = await owner.query('select * from authorities.communications where umbrella_id = $1', [
    place.id,
  ])
  expect(rows).toMatchObject([
    {
      status: 'draft',
      origin: 'pack',
      origin_id: pack,
      body_id: body,
      lang: 'pl',
      facts: '',
      through: 'coalition',
    },
  ])
  const path = `/en/${place.slug}/communications/drafts/${rows[0].id}`
  const html = await (await place.coordinators[0].browser.get(`${path}/text`)).text()
  expect(html).toContain('Its words are sealed and were not copied here')
  expect((await vera.browser.get(path)).status).toBe(403)
})

it('nobody begins such a draft for a pack that they did not hand over', async () => {
  const begun = await steps.as(vera.id, async tx => {
    const { rows } = await tx.$client.query<{ begun: boolean }>(
      `select authorities.begin_from_pack($1, $2, 'PL', 'x', 'pl') as begun`,
      [crypto.randomUUID(), crypto.randomUUID()],
    )
    return rows[0]!.begun
  })
  expect(begun).toBe(false)
})
