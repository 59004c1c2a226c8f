import { beforeAll, describe, expect, it } from 'vitest'
import type { DeclaredRoute } from '#platform/http/mount.ts'
import { everyAnswer } from '#platform/http/security.ts'
import { type Capacity, isAssured, type Viewer } from '#platform/http/viewer.ts'
import { newId } from '#platform/id.ts'
import { type App, createApp } from '#src/app.ts'
import { demonstrationPlatform } from './demonstration.ts'
import { cookieOf } from './platform.ts'

const umbrella = 'international-union'

/** Who knocks: a person of the cast, or a visitor; everybody knocks at the same umbrella. */
const knockers = {
  visitor: null,
  'coordinator of another umbrella': 'komm.coordinator',
  'representative of a member': 'international-union.representative',
  'individual representative': 'international-union.individual',
  'representative of a partner': 'international-union.partner',
  applicant: 'international-union.applicant',
  coordinator: 'international-union.coordinator',
  monitor: 'international-union.monitor',
  'officer of a public body': 'officer',
  'installation administrator': 'administrator',
} as const

const platform = await demonstrationPlatform()
const app: App = await createApp(platform)
const cookies = new Map<string, string>()

const address = ({ path }: DeclaredRoute) =>
  path
    .replace(':locale', 'en')
    .replace(':umbrella', umbrella)
    .replace(/:[A-Za-z]+(\{[^}]*\})?/g, () => newId())

async function knock(route: DeclaredRoute, cookie: string | undefined): Promise<Response> {
  const headers = new Headers({ origin: platform.config.origin })
  if (cookie) headers.set('cookie', cookie)
  const form = route.method === 'POST' ? { body: new URLSearchParams({ unexpected: 'x' }) } : {}
  return app.hono.request(`${platform.config.origin}${address(route)}`, {
    method: route.method,
    headers,
    ...form,
  })
}

// What somebody may do in this umbrella, as the program itself finds out.
function rightsHere(key: string | null): Viewer {
  const acts = (form: Capacity['form'], mandate: Capacity['mandate'] = 'primary'): Capacity[] => [
    { membership: '', organisation: '', form, mandate },
  ]
  const viewer: Viewer = {
    session: null,
    account: key,
    roles: [],
    capacities: [],
    administrator: key === 'administrator',
  }
  if (key === `${umbrella}.coordinator`)
    return { ...viewer, roles: ['coordinator'], capacities: acts('collective') }
  if (key === `${umbrella}.monitor`)
    return { ...viewer, roles: ['monitor'], session: { id: '', account: key, name: '', assurance: 2 } }
  if (key === 'officer') return { ...viewer, roles: ['officer'] }
  if (key === `${umbrella}.representative`) return { ...viewer, capacities: acts('collective') }
  if (key === `${umbrella}.individual`) return { ...viewer, capacities: acts('individual', 'self') }
  if (key === `${umbrella}.partner`) return { ...viewer, capacities: acts('agreement') }
  return viewer
}

const changesNoSession = ({ path }: DeclaredRoute) => !/session|sign-out|erasure|\/source/.test(path)

const asksToSignIn = (answer: Response) =>
  answer.status === 303 && (answer.headers.get('location') ?? '').includes('/sign-in?to=')

function answersAsDeclared({ method, access }: DeclaredRoute, viewer: Viewer, answer: Response): boolean {
  if (!access) return false
  if (!access.admits(viewer)) {
    if (viewer.account === null && method === 'GET') return asksToSignIn(answer)
    const leadsToSecondFactor = /\/(second-factor\?needed|account\/security)/.test(
      answer.headers.get('location') ?? '',
    )
    return answer.status === 403 || (access.name.includes(isAssured.name) && leadsToSecondFactor)
  }
  // Inside, the row's own policy may still refuse; a page for everybody may not.
  const refused = answer.status === 403 && access.kind !== 'allowed' && access.kind !== 'signed-in'
  return answer.status < 500 && !refused && !asksToSignIn(answer)
}

async function unsafeIn(answer: Response): Promise<string[]> {
  const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : ''
  const headers = Object.entries(everyAnswer).filter(([name, value]) => answer.headers.get(name) !== value)
  return [
    ...headers.map(([name]) => `lacks ${name}`),
    ...(answer.headers.has('set-cookie') ? ['sets a cookie'] : []),
    ...(/^(no-store|no-cache|public)/.test(answer.headers.get('cache-control') ?? '')
      ? []
      : ['has no cache-control']),
    ...(/<(script|link rel="stylesheet"|img|iframe)[^>]*(src|href)="https?:/.test(html)
      ? ['asks another host']
      : []),
    ...(/<[^>]+\s(style|onclick|onload)=/.test(html) ? ['has inline style or script'] : []),
  ]
}

beforeAll(async () => {
  for (const key of Object.values(knockers)) if (key) cookies.set(key, await cookieOf(app, key))
})

describe('the menu', () => {
  it('is two levels deep: whatever names a parent names an entry of the menu itself, beside it', () => {
    const menu = app.modules.flatMap(module => module.menu ?? [])
    const children = menu.filter(item => item.parent !== undefined)
    expect(children.length).toBeGreaterThan(0)
    const lost = children.filter(
      child =>
        !menu.some(
          ({ path, parent, place }) => path === child.parent && parent === undefined && place === child.place,
        ),
    )
    expect(lost.map(({ path }) => path)).toEqual([])
  })
})

describe('every route', () => {
  it('is known', () => {
    expect(app.routes.length).toBeGreaterThan(60)
    expect(new Set(app.routes.map(({ module }) => module))).toEqual(
      new Set(['people', 'network', 'initiatives', 'monitoring', 'authorities', 'councils', 'front']),
    )
  })

  it('declares its access', () => {
    expect(app.routes.filter(({ access }) => !access).map(({ method, path }) => `${method} ${path}`)).toEqual(
      [],
    )
  })

  it('is no slug of an umbrella', () => {
    const first = app.routes
      .map(({ path }) => /^\/:locale\/([a-z][a-z0-9-]*)/.exec(path)?.[1])
      .filter(Boolean)
    expect(app.umbrellas.list().filter(({ slug }) => first.includes(slug))).toEqual([])
  })

  it.each(Object.entries(knockers))('answers a %s as it declares', async (_who, key) => {
    const viewer = rightsHere(key)
    const wrong: string[] = []
    for (const route of app.routes.filter(changesNoSession)) {
      const answer = await knock(route, key ? cookies.get(key) : undefined)
      if (!answersAsDeclared(route, viewer, answer)) {
        wrong.push(`${route.method} ${route.path} (${route.access?.name}) → ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('carries every header of safety, sets no cookie before sign-in, and names no other host', async () => {
    const wrong: string[] = []
    for (const route of app.routes.filter(({ method }) => method === 'GET')) {
      wrong.push(...(await unsafeIn(await knock(route, undefined))).map(what => `${route.path}: ${what}`))
    }
    expect(wrong).toEqual([])
  })

  it('is 404 in an umbrella and in a language that do not exist', async () => {
    for (const path of ['/en/no-such-umbrella/directory', '/xx/international-union', '/en/no-such-page']) {
      expect((await app.hono.request(platform.config.origin + path)).status, path).toBe(404)
    }
  })

  it('refuses a form that another site posts', async () => {
    const posts = app.routes.filter(({ method, path }) => method === 'POST' && !path.includes('unsubscribe'))
    expect(posts.length).toBeGreaterThan(20)
    for (const route of posts) {
      const answer = await app.hono.request(platform.config.origin + address(route), {
        method: 'POST',
        headers: {
          origin: 'https://elsewhere.example',
          'sec-fetch-site': 'cross-site',
          cookie: cookies.get(knockers.coordinator)!,
        },
        body: new URLSearchParams({ a: 'b' }),
      })
      expect(answer.status, route.path).toBe(403)
    }
  })
})
