import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'
import { cookieAttributes } from './cookie.ts'

type Asking = Context<Env> | Context<UmbrellaEnv>

const halfHour = 30 * 60

// One half of what opens the key: stricter than the session's, no other site's link carries it along.
const attributesFor = (origin: string) => ({ ...cookieAttributes(origin), sameSite: 'Strict' }) as const

const nameFor = (origin: string) => (origin.startsWith('https:') ? '__Host-parasol-vault' : 'parasol-vault')

/** The cookie of an open vault that a request carries. */
export const vaultCookie = (c: Asking): string | undefined =>
  getCookie(c, nameFor(c.var.platform.config.origin))

/** Gives the browser its half of an open vault, for the half hour that it stays open. */
export function keepVaultCookie(c: Asking, cookie: string): void {
  const { origin } = c.var.platform.config
  setCookie(c, nameFor(origin), cookie, { ...attributesFor(origin), maxAge: halfHour })
}

/** Takes the half away again. */
export function dropVaultCookie(c: Asking): void {
  const { origin } = c.var.platform.config
  if (vaultCookie(c) !== undefined) deleteCookie(c, nameFor(origin), attributesFor(origin))
}
