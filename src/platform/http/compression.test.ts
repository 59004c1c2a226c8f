import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { compressed, pageAnswer } from './compression.ts'
import type { Env } from './context.ts'
import { everyAnswer, securityHeaders } from './security.ts'

const text = 'Рада ромів. '.repeat(200)
const app = new Hono<Env>()
  .use(securityHeaders('https://localhost'), compressed())
  .get('/page', c => pageAnswer(c, text))
  .get('/list', c => c.text(text))

async function get(path: string, encoding: string) {
  const answer = await app.request(path, { headers: { 'accept-encoding': encoding } })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

it.each(['/page', '/list'])('is said of %s, for who reads it', async path => {
  const { answer, bytes } = await get(path, 'gzip, br')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(gunzipSync(bytes).toString()).toBe(text)
  for (const [name, value] of Object.entries(everyAnswer)) expect(answer.headers.get(name), name).toBe(value)
})

it.each(['', 'identity', 'gzip;q=0'])('is left away for a reader of “%s”', async encoding => {
  const { answer, bytes } = await get('/page', encoding)
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(bytes.toString()).toBe(text)
})
