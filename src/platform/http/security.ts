import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { Env } from './context.ts'
import { Forbidden, TooLarge } from './errors.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

// Everything a page of ours never needs. Passkeys are the exception.
const permissionsPolicy = [
  'accelerometer=()',
  'autoplay=()',
  'camera=()',
  'display-capture=()',
  'encrypted-media=()',
  'fullscreen=()',
  'geolocation=()',
  'gyroscope=()',
  'idle-detection=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'picture-in-picture=()',
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'screen-wake-lock=()',
  'serial=()',
  'usb=()',
  'web-share=()',
  'xr-spatial-tracking=()',
].join(', ')

/** Headers that every answer carries, whatever happened. `no-store` stands unless the handler said otherwise. */
export const everyAnswer = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Robots-Tag': 'noai, noimageai',
} as const

/** Sets `everyAnswer`, HSTS (one year) where the origin is https, and `no-store` by default. */
export function securityHeaders(origin: string): MiddlewareHandler<Env> {
  const https = origin.startsWith('https:')
  return async (c, next) => {
    await next()
    // Set where they are: `c.header()` would make a new answer, body and all, for each of them.
    const { headers } = c.res
    for (const [name, value] of Object.entries(everyAnswer)) headers.set(name, value)
    if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
}

// Mail programs post here on the reader's behalf, from anywhere (RFC 8058); the token in the address is the proof.
const oneClick = /^\/[a-z-]{2,6}\/unsubscribe\//i

/** Refuses a state-changing request that another site made the browser send. */
export function sameOrigin(origin: string): MiddlewareHandler<Env> {
  const check = csrf({ origin, secFetchSite: 'same-origin' })
  return async (c, next) => {
    if (oneClick.test(c.req.path)) return next()
    // The library looks only at form bodies; ours has no other kind of write, so any other kind is refused.
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS'
    const form = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i
    const type = c.req.header('content-type')
    if (!safe && type && !form.test(type) && c.req.header('origin') !== origin) throw new Forbidden()
    return check(c, next)
  }
}

const kilobyte = 1024

/** No body over `uploads` bytes; a form without files not over 512 kB. Refused with 413. */
export function limitBodies(uploads = 25 * kilobyte * kilobyte): MiddlewareHandler<Env> {
  const onError = () => {
    throw new TooLarge()
  }
  const large = bodyLimit({ maxSize: uploads, onError })
  const small = bodyLimit({ maxSize: 512 * kilobyte, onError })
  return (c, next) =>
    c.req.header('content-type')?.startsWith('multipart/form-data') ? large(c, next) : small(c, next)
}
