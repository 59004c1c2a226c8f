import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import type { Platform } from '#platform/platform.ts'

const plainName = 'parasol'
// The browser refuses a __Host- cookie that is not Secure, for all paths, and of this very host.
const hostName = '__Host-parasol'

const isSecure = (origin: string) => origin.startsWith('https:')

/** Name of the session cookie for an origin. */
export const sessionCookieName = (origin: string) => (isSecure(origin) ? hostName : plainName)

/**
 * Attributes of our cookies: the session’s, that of an open vault (`vault-cookie.ts`), and for a day the key of a chronicle
 * that somebody brought (monitoring). There are no others.
 */
export const cookieAttributes = (origin: string) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(origin) }) as const

/** Whether a request carries a session cookie, valid or not. */
export const carriesSession = (headers: Headers): boolean =>
  /(?:^|;\s*)(?:__Host-)?parasol=/.test(headers.get('cookie') ?? '')

/** The key under which better-auth signs and encrypts, as it wants it. */
export const authSecret = (platform: Platform): string => platform.secrets.auth.toString('base64url')

// better-auth signs `token` as `token.base64(HMAC-SHA256)`, and percent-encodes the whole.
function verified(signed: string, secret: string): string | null {
  const dot = signed.lastIndexOf('.')
  if (dot < 1) return null
  const token = signed.slice(0, dot)
  const given = Buffer.from(signed.slice(dot + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(token).digest()
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null
}

/** The session's token from a request, when the cookie is there and was signed by us. */
export function sessionToken(platform: Platform, headers: Headers): string | null {
  const cookie = headers.get('cookie')
  if (!cookie || !carriesSession(headers)) return null
  const name = sessionCookieName(platform.config.origin)
  const signed = parse(cookie, name)[name]
  return signed === undefined ? null : verified(signed, authSecret(platform))
}

/** The token of the session that an answer of better-auth begins, from its `Set-Cookie`. */
export function begunToken(platform: Platform, answered: Headers): string | null {
  const name = sessionCookieName(platform.config.origin)
  const set = answered.getSetCookie().findLast(cookie => cookie.startsWith(`${name}=`))
  return set ? sessionToken(platform, new Headers({ cookie: set.split(';', 1)[0]! })) : null
}
