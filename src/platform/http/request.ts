import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Context, MiddlewareHandler } from 'hono'
import { inScope, rows, type Scope } from '#platform/database/scope.ts'
import { createI18n, isLocale, isPseudoLocale, type MessageKey } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Umbrellas } from '#platform/umbrellas/index.ts'
import type { Env } from './context.ts'
import { NotFound } from './errors.ts'
import { preferredLocale } from './language.ts'
import { type Capacity, isCoordinator, type Role, type Session, type Viewer, visitor } from './viewer.ts'

type ViewerPart = { roles?: Role[]; capacities?: Capacity[]; administrator?: boolean }

/** What the request middleware needs from the composed program. */
export type RequestSources = {
  platform: Platform
  umbrellas: Umbrellas
  session: (headers: Headers) => Promise<Session | null>
  /** One SQL expression per room, each yielding its part of the viewer as json. */
  viewer: SQL[]
}

// One statement, the same for everybody: the parts read only the settings of the transaction and take no parameters.
function viewerStatement(parts: SQL[]): string {
  const dialect = new PgDialect()
  const columns = parts.map((part, index) => {
    const query = dialect.sqlToQuery(part)
    if (query.params.length > 0) throw new TypeError('a viewer fragment takes no parameters')
    return `(${query.sql}) as part${index}`
  })
  return `select ${columns.join(', ')}`
}

async function loadViewer(
  platform: Platform,
  scope: Scope,
  statement: string,
  session: Session,
): Promise<Viewer> {
  const [row] = await inScope(platform.database.request, scope, 'once', tx => rows(tx, 'viewer', statement))
  const parts = Object.values((row ?? {}) as Record<string, ViewerPart | null>).filter(part => part !== null)
  return {
    session,
    account: session.account,
    roles: parts.flatMap(part => part.roles ?? []),
    capacities: parts.flatMap(part => part.capacities ?? []),
    administrator: parts.some(part => part.administrator === true),
  }
}

const segment = (path: string, index: number) => path.split('/', index + 2)[index + 1] ?? ''

/**
 * Language and umbrella from the address. An address without a language of ours is 404, said in the one that the browser
 * prefers. An umbrella that is not one stays null.
 */
export function addressed({ platform, umbrellas }: RequestSources): MiddlewareHandler<Env> {
  return async (c, next) => {
    const lang = segment(c.req.path, 0)
    const known = isLocale(lang) || (isPseudoLocale(lang) && platform.demonstration)
    const umbrella = (known && umbrellas.find(segment(c.req.path, 1))) || null
    const spoken = known ? lang : preferredLocale(c.req.header('accept-language'))
    const i18n = createI18n(spoken, umbrella?.zone ?? 'Europe/Kyiv')
    c.set('platform', platform)
    c.set('umbrella', umbrella)
    c.set('i18n', i18n)
    c.set('locale', i18n.locale)
    c.set('viewer', visitor)
    if (!known) throw new NotFound()
    return next()
  }
}

/** Who asks, and the two ways to the database that this request has. */
export function identified({ platform, session, viewer: parts }: RequestSources): MiddlewareHandler<Env> {
  const statement = viewerStatement(parts)
  return async (c, next) => {
    const umbrella = c.var.umbrella?.id ?? null
    const present = await session(c.req.raw.headers)
    const scope: Scope = { umbrella, account: present?.account ?? null }
    if (present) c.set('viewer', await loadViewer(platform, scope, statement, present))
    c.set('lookAgain', async () => {
      if (!present) return visitor
      const now = await session(c.req.raw.headers)
      return now?.id === present.id ? loadViewer(platform, scope, statement, now) : null
    })
    c.set('read', work => inScope(platform.database.request, scope, 'read', work))
    c.set('readOnce', work => inScope(platform.database.request, scope, 'once', work))
    c.set('write', work => inScope(platform.database.request, scope, 'write', work))
    c.set('seeOther', (path, said) => seeOther(c, path, said))
    if (c.var.umbrella && !c.var.umbrella.settled && !isCoordinator(c.var.viewer)) {
      // Not even its name: to others it looks like an address that leads nowhere.
      c.set('umbrella', null)
      throw new NotFound()
    }
    return next()
  }
}

function seeOther(c: Context<Env>, path: string, said?: MessageKey): Response {
  const base = c.var.umbrella ? `/${c.var.i18n.lang}/${c.var.umbrella.slug}` : `/${c.var.i18n.lang}`
  const target = new URL(`${base}${path === '/' ? '' : path}`, 'http://here')
  if (said) target.searchParams.set('said', said)
  return c.redirect(target.pathname + target.search + target.hash, 303)
}

/** Guards the routes of umbrellas: an address that names none is 404. */
export const insideUmbrella: MiddlewareHandler<Env> = (c, next) => {
  if (!c.var.umbrella) throw new NotFound()
  return next()
}
