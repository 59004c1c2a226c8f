import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Coalition, foundCoalition } from '#tests/coalition.ts'
import { type Stage, setStage } from '#tests/visitor.ts'

let stage: Stage
let coalition: Coalition
beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'listing')
})
afterAll(() => stage.close())

test('decided acts are shown page by page, the latest first', async () => {
  const [anna, bohdan] = coalition.coordinators
  for (let n = 0; n < 22; n++) {
    await anna.browser.post('/en/listing/roles/proposal', {
      act: 'grant',
      person: bohdan.id,
      role: n === 21 ? 'lawyer' : 'monitor',
      reason: 'because',
    })
    const html = await (await anna.browser.get('/en/listing/acts')).text()
    const [act] = /[0-9a-f-]{36}(?=\/withdrawal)/.exec(html)!
    await anna.browser.post(`/en/listing/acts/${act}/withdrawal`)
  }
  const html = await (await anna.browser.get('/en/listing/acts')).text()
  expect(html.match(/data-label="State"/g)).toHaveLength(20)
  expect(html.indexOf('bohdan, lawyer')).toBeLessThan(html.indexOf('bohdan, monitor'))
  const next = /href="([^"]*before=[^"]*)"/.exec(html)![1]!
  const rest = await (await anna.browser.get(next)).text()
  expect(rest.match(/data-label="State"/g)).toHaveLength(2)
  expect((await anna.browser.get('/en/listing/acts?before=nonsense')).status).toBe(404)
})
