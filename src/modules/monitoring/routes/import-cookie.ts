import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieOf, type DraftKey, readCookie } from '../import/draft-key.ts'
import type { C } from './incident-of.ts'

const day = 24 * 60 * 60

const isSecure = (c: C) => c.var.platform.config.origin.startsWith('https:')
const nameFor = (c: C) => (isSecure(c) ? '__Host-parasol-import' : 'parasol-import')
// No other site's link carries it along, and no script reads it.
const attributesFor = (c: C) =>
  ({ httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure(c) }) as const

/** Gives the browser the key of what its person brought, for the day that it is kept. */
export const keepDraftKey = (c: C, draft: string, key: DraftKey): void =>
  setCookie(c, nameFor(c), cookieOf(draft, key), { ...attributesFor(c), maxAge: day })

/** The key that the browser has; null when it has none. */
export const draftKey = (c: C) => readCookie(getCookie(c, nameFor(c)) ?? '')

/** Takes it away again. */
export const dropDraftKey = (c: C): void => {
  deleteCookie(c, nameFor(c), attributesFor(c))
}
