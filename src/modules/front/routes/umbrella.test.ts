import { expect, test } from 'vitest'
import { createApp } from '#src/app.ts'
import { newMember } from '#tests/members.ts'
import { testPlatform } from '#tests/platform.ts'
import { newUmbrella } from '#tests/umbrella.ts'

const platform = await testPlatform()
const umbrella = await newUmbrella(platform.database)
for (const uk of ['Перша', 'Друга', 'Третя']) await newMember(platform.database, umbrella, { name: { uk } })
const app = await createApp(platform)
const ask = (path: string) => app.hono.request(`${platform.config.origin}/uk/u-${umbrella}${path}`)

test('the emblem is a file that browsers keep, with a segment for each member', async () => {
  const path = /<img class="emblem" src="([^"]+)"/.exec(await (await ask('/directory')).text())?.[1]
  const answer = await app.hono.request(`${platform.config.origin}${path}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await answer.text()).match(/<path /g)).toHaveLength(3)
})

test('an emblem of yesterday is answered with that of today, and not kept', async () => {
  const answer = await ask('/emblem/yesterday')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
})
