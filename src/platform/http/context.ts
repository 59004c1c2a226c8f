import type { Child } from 'hono/jsx'
import type { Tx } from '#platform/database/scope.ts'
import type { I18n, Locale, MessageKey } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { Viewer } from './viewer.ts'

/** What a page may ask for beside its body. `status` defaults to 200. */
export type PageOptions = { status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 }

/**
 * What every handler finds in `c.var`.
 *
 * `read` and `write` open one transaction of the request role in this umbrella for this account. `page` renders a page
 * component. `seeOther` answers a successful POST: 303 to a path below `/{locale}/{umbrella}` (or `/{locale}`), with a
 * sentence to show there.
 */
export type Variables = {
  platform: Platform
  locale: Locale
  i18n: I18n
  umbrella: UmbrellaFace | null
  viewer: Viewer
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** `read` of one statement, asked at once, in one round trip. */
  readOnce: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Who asks, now: null when this request's session has ended. For answers that take longer than a moment. */
  lookAgain: () => Promise<Viewer | null>
  /** Called by `published`: this answer may be kept for other visitors until the umbrella changes. */
  mayBeKept?: (umbrella: string) => void
  page: (body: Child, options?: PageOptions) => Response | Promise<Response>
  seeOther: (path: string, said?: MessageKey) => Response
}

export type Env = { Variables: Variables }

/** Handlers below `/{locale}/{umbrella}`, where there always is one. */
export type UmbrellaEnv = { Variables: Variables & { umbrella: UmbrellaFace } }
