import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import type { DeclaredRoute } from '#platform/http/mount.ts'
import { type App, createApp } from '#src/app.ts'
import { addressesOf, type Ids, idsOf } from '../addresses.ts'
import { demonstrationPlatform } from '../demonstration.ts'
import { ask, furnish } from '../furnished.ts'
import { cookieOf } from '../platform.ts'

const home = 'international-union'
const foreign = ['komm', 'ombudsman-ua'] as const
const cast = ['coordinator', 'representative', 'individual', 'partner', 'applicant'].map(
  part => `${home}.${part}`,
)
const everybody = [...cast, 'administrator']
const own = ['coordinator', 'secondCoordinator', 'representative', 'partner']

const platform = await demonstrationPlatform()
const app: App = await createApp(platform)
const cookies = new Map<string, string>()
const ids = new Map<string, Ids>()
let before: Map<string, string>

beforeAll(async () => {
  for (const slug of foreign) {
    await furnish(app, slug)
    ids.set(slug, await idsOf(app, slug))
  }
  for (const key of everybody) cookies.set(key, await cookieOf(app, key))
  for (const slug of foreign) {
    for (const part of own) {
      cookies.set(`${slug}.${part}`, await cookieOf(app, `${slug}.${part}`))
    }
  }
  // Whatever asks for a second factor is asked here, too.
  await platform.database.owner.query('update accounts.sessions set assurance = 2, assured_at = now()')
  before = await contents()
})
afterAll(() => platform.database.close())

/** What stands in every table of the foreign umbrellas, as one hash a table. */
async function contents(): Promise<Map<string, string>> {
  const { owner } = platform.database
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where column_name = 'umbrella_id' and table_type = 'BASE TABLE' and table_schema in ('people', 'network', 'initiatives', 'monitoring', 'authorities', 'councils', 'platform')
       and table_name <> 'outbox' order by 1`,
  )
  const umbrellas = foreign.map(demoUmbrellaId)
  const found = new Map<string, string>()
  for (const { name } of rows) {
    const text = `select md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as hash from ${name} t where umbrella_id = any($1)`
    found.set(name, (await owner.query<{ hash: string }>(text, [umbrellas])).rows[0]!.hash)
  }
  return found
}

const umbrellaRoutes = app.routes.filter(({ path }) => path.includes('/:umbrella'))
const hasIds = ({ path }: DeclaredRoute) => path.split('/:umbrella')[1]!.includes(':')
// Whoever holds the link of an invitation may use it, from wherever they come; applying and reporting are for everybody too.
const isForAnybody = ({ path }: DeclaredRoute) => /\/invitation\/|\/join|\/report/.test(path)

// Some addresses hold a word that every coalition knows, a number that each begins with, or a body of the whole installation; a calendar that nobody has is empty.
const namesNoRow = ({ path }: DeclaredRoute) =>
  /:(form|key|kind|version|list)$|\/vault\/:team|\/statistics\/:release|\/bodies\/:id|\/calendar-feed\/:token/.test(
    path,
  )

type Knock = { route: DeclaredRoute; address: string; slug: string }

/** Every address of `routes` with rows of the foreign umbrellas, under `home` or under the umbrella of the rows. */
const knocks = (routes: DeclaredRoute[], under: 'home' | 'there'): Knock[] =>
  foreign.flatMap(slug =>
    routes.flatMap(route =>
      addressesOf(app, route.path, under === 'home' ? home : slug, ids.get(slug)!).map(address => ({
        route,
        address,
        slug,
      })),
    ),
  )

const isStream = (answer: Response) => answer.headers.get('content-type')?.startsWith('text/event-stream')

async function knock(address: string, method: string, key: string | null): Promise<Response> {
  const cookie = key ? cookies.get(key) : undefined
  const answer = await ask(app, address, { method, cookie, fields: { reason: 'x' } })
  // What a stream tells is a part of its page; it never ends, and a person has only a few.
  if (isStream(answer)) await answer.body?.cancel()
  return answer
}

const mainOf = async (answer: Response) =>
  isStream(answer) ? '' : (/<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? '')

// Everybody's page is held against the same one of a visitor, which is asked for once.
const shown = new Map<string, { status: number; main: string }>()
async function toVisitor({ route, address }: Knock) {
  const key = `${route.method} ${address}`
  const known = shown.get(key)
  if (known) return known
  const answer = await knock(address, route.method, null)
  const page = { status: answer.status, main: await mainOf(answer) }
  if (route.method === 'GET') shown.set(key, page)
  return page
}

async function showsMore(here: Knock, key: string): Promise<string | null> {
  const answer = await knock(here.address, here.route.method, key)
  if (answer.status === 403 || answer.status === 404) return null
  const visitor = await toVisitor(here)
  if (answer.status !== visitor.status) return `${answer.status}, to a visitor ${visitor.status}`
  return (await mainOf(answer)) === visitor.main ? null : 'other than to a visitor'
}

describe('the rows of another coalition', () => {
  it('are there for its own people', async () => {
    const found = new Set<string>()
    for (const { route, address, slug } of knocks(umbrellaRoutes.filter(hasIds), 'there')) {
      if (route.method !== 'GET') continue
      for (const part of own) {
        const { status } = await knock(address, 'GET', `${slug}.${part}`)
        expect(status, address).toBeLessThan(500)
        if (status === 200) for (const word of address.split('/')) found.add(word)
      }
    }
    // Some have no page of their own: they are lists with buttons, or a part of another address.
    const pageless = [
      ...['acts', 'invitations', 'stuck', 'proposals', 'scope', 'corrections'],
      ...['release', 'responses', 'terms', 'recovery', 'offers', 'files', 'attachments', 'enclosures'],
    ]
    expect(
      Object.keys(ids.get('komm')!)
        .map(noun => noun.split('/').at(-1)!)
        .filter(noun => !found.has(noun) && !pageless.includes(noun)),
    ).toEqual([])
  })

  it.each(everybody)('are 404 under the own address of %s', async key => {
    const wrong = new Set<string>()
    const named = umbrellaRoutes.filter(route => hasIds(route) && !namesNoRow(route))
    for (const { route, address } of knocks(named, 'home')) {
      const { status } = await knock(address, route.method, key)
      const refused = status === 403 && route.access?.kind === 'allowed'
      if (status !== 404 && !refused) wrong.add(`${route.method} ${route.path} → ${status}`)
    }
    expect([...wrong]).toEqual([])
  })

  it.each(everybody)('show %s where they are what they show a visitor, or nothing', async key => {
    const wrong = new Set<string>()
    for (const here of knocks(
      umbrellaRoutes.filter(route => !isForAnybody(route)),
      'there',
    )) {
      const more = await showsMore(here, key)
      if (more) wrong.add(`${here.route.method} ${here.route.path} → ${more}`)
    }
    expect([...wrong]).toEqual([])
  })

  it('are as they were, whatever was posted', async () => {
    expect(await contents()).toEqual(before)
  })
})
