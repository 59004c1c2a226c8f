import pino from 'pino'
import type { Database } from '#platform/database/open.ts'
import type { Platform } from '#platform/platform.ts'
import type { App } from '#src/app.ts'
import { freshDatabase } from './database.ts'

const key = (fill: number) => Buffer.alloc(32, fill)

/** A platform as `npm start` makes it, on a database of its own, that answers at `port` of this machine and sends no mail. */
export async function testPlatform(port = 4999, database?: Database): Promise<Platform> {
  return {
    config: {
      port,
      host: '127.0.0.1',
      dataFolder: '/nonexistent',
      databaseUrl: null,
      smtpUrl: null,
      origin: `http://localhost:${port}`,
      loopback: true,
      logLevel: 'silent',
      secret: null,
      mail: null,
    },
    secrets: { auth: key(1), mail: key(2), files: key(3), database: key(4), forms: key(5) },
    database: database ?? (await freshDatabase()),
    log: pino({ level: process.env.PARASOL_TEST_LOG ?? 'silent' }),
    demonstration: true,
  }
}

/** The cookie of a new session of a person of the cast, got the way a browser gets it. */
export async function cookieOf(app: App, key: string): Promise<string> {
  const { origin } = app.platform.config
  const answer = await app.hono.request(`${origin}/en/demonstration/session`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ as: key, to: '' }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`${key} could not sign in: ${answer.status}`)
  return cookie
}
