import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk } from '#tests/initiative-desk.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const published: string[] = []
let member: string

const api = async (path: string, status = 200) => {
  const answer = await stage.app.hono.request(`${stage.platform.config.origin}/api/v1/api-place${path}`)
  expect(answer.status, path).toBe(status)
  return answer.json()
}

beforeAll(async () => {
  const desk = initiativeDesk(stage, await foundCoalition(stage, 'api-place'))
  const author = await desk.representative('olena')
  member = author.membership
  for (let n = 0; n < 2; n++) published.push(await desk.publish(author))
  await desk.draft(author, { title: 'Ще не для всіх' })
})
afterAll(() => stage.close())

it('published initiatives are read as data, drafts are not', async () => {
  const { initiatives, next } = await api('/initiatives')
  expect(next).toBe(null)
  expect(initiatives.map(({ number }: { number: number }) => number)).toEqual(
    published.map(path => Number(path.split('/').at(-1))).reverse(),
  )
  expect(initiatives[0]).toMatchObject({
    ...{ status: 'discussion', title: { uk: 'Будинок націй у Києві' }, membershipId: member, partner: false },
    ...{ topics: ['culture', 'dialogue'], closesAt: null },
  })
  expect(JSON.stringify(initiatives)).not.toContain('Ще не для всіх')
  const one = await api(published[0]!)
  expect(one).toMatchObject({
    authoritative: 'uk',
    version: 1,
    body: { goals: { uk: 'Відкрити спільний дім.' } },
  })
  expect(Object.keys(one)).not.toContain('coauthors')
  expect((await api('/initiatives?status=supported')).initiatives).toEqual([])
})
