import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type App, createApp } from '#src/app.ts'
import { addressesOf, type Ids, idsOf } from './addresses.ts'
import { demonstrationPlatform } from './demonstration.ts'
import { ask, furnish } from './furnished.ts'
import { cookieOf } from './platform.ts'

const umbrella = 'international-union'
const ownLimits: Record<string, number> = {
  // Opened most, by many at once, and from far away.
  '': 4,
  '/directory': 4,
  '/directory/:id': 4,
  '/home': 4,
  '/communications': 4,
  // The letter, where it stands, what happened, what was written, its time limits, and what of it is public.
  '/communications/:number': 9,
  '/scorecards': 4,
  '/bodies/:id/scorecard': 4,
  // Two whole profiles, and yet no statement of each.
  '/duplicates/:first/:second': 4,
  // Tries out what it shows.
  '/import/:id/check': 9,
  '/import/:id/problems.csv': 9,
  // Read a log of any length through cursors, a few statements each.
  '/decisions/:number/export': 16,
  '/api/v1/:umbrella/decisions/:number/export': 12,
  // Positions, partners, doubts, entered votes, appeals: each in one statement, all on one page.
  '/decisions/:number': 13,
  // Releases, numbers, words, and what they are compared with: five statements, and two of a session.
  '/statistics': 7,
  '/statistics/map': 7,
  '/statistics/:release': 7,
  '/statistics/:release/map': 7,
  '/statistics/:release/report.pdf': 7,
  // Reads incidents of any number through a cursor.
  '/statistics/release': 9,
  // One statement for each class of Popolo.
  '/api/v1/:umbrella/councils/popolo.json': 11,
  '/api/v1/:umbrella/councils/:slug/popolo.json': 12,
  // Ask every room.
  '/:locale/account/erasure': 12,
  // And the vault twice: for the person's keys, and for what they opened in the umbrella.
  '/:locale/account/data/parasol.json': 27,
}
/** Any other page, session and viewer among them: more than this is a loop over rows. */
const most = 6

const platform = await demonstrationPlatform()
const app: App = await createApp(platform)
let ids: Ids
let coordinator: string
let monitor: string

beforeAll(async () => {
  await furnish(app, umbrella)
  ids = await idsOf(app, umbrella)
  coordinator = await cookieOf(app, `${umbrella}.coordinator`)
  monitor = await cookieOf(app, `${umbrella}.monitor`)
})
afterAll(() => platform.database.close())

const ofTransaction = /^\s*(begin|commit|rollback|set|savepoint|release)\b/i

/** The statements of one message to PostgreSQL without those that only open and close its transaction. */
const statementsIn = (message: unknown): string[] => {
  const text = typeof message === 'string' ? message : (message as { text: string }).text
  // Only the message that opens a transaction holds several.
  const parts = ofTransaction.test(text) ? text.split(';') : [text]
  return parts.filter(part => part.trim() !== '' && !ofTransaction.test(part))
}

/** Asks for a page and returns its status with the statements it took: session and viewer are among them. */
async function opened(address: string, cookie?: string): Promise<{ status: number; statements: string[] }> {
  const statements: string[] = []
  const original = pg.Client.prototype.query
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    statements.push(...statementsIn(args[0]))
    return Reflect.apply(original, this, args)
  } as never)
  try {
    const { status } = await ask(app, address, { cookie })
    return { status, statements }
  } finally {
    spy.mockRestore()
  }
}

const pages = () =>
  app.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('/unsubscribe/'))
    .map(({ path }) => ({ path, address: addressesOf(app, path, umbrella, ids)[0]! }))

describe.each([
  ['a visitor', () => undefined, 20],
  ['a coordinator', () => coordinator, 50],
  ['a monitor', () => monitor, 30],
])('a page opened by %s', (_who, cookie, least) => {
  it('is counted: each takes a few statements, however many rows there are', async () => {
    const tooMany: string[] = []
    let counted = 0
    for (const { path, address } of pages()) {
      const { status, statements } = await opened(address, cookie())
      expect(status, address).toBeLessThan(500)
      if (status !== 200) continue
      counted++
      const limit = ownLimits[path.replace('/:locale/:umbrella', '')] ?? most
      if (statements.length > limit) tooMany.push(`${path}: ${statements.length}\n${statements.join('\n')}`)
    }
    expect(tooMany).toEqual([])
    expect(counted).toBeGreaterThan(least)
  })
})

it('sees the statements it counts', async () => {
  const { status, statements } = await opened(`/en/${umbrella}/home`, coordinator)
  expect(status).toBe(200)
  expect(statements.length).toBeGreaterThanOrEqual(3)
})
