import { getCookie } from 'hono/cookie'
import { unlocked, type Unlocked } from '#platform/vault/index.ts'
import type { C } from './incident-of.ts'

/**
 * The open vault of the person who asks, or the answer that leads to where they open it and back to the page on which
 * they asked.
 */
export async function openVault(c: C): Promise<Unlocked | Response> {
  const { session } = c.var.viewer
  const secure = c.var.platform.config.origin.startsWith('https:')
  const cookie = getCookie(c, secure ? '__Host-parasol-vault' : 'parasol-vault')
  const open = session && cookie ? await c.var.read(tx => unlocked(tx, session.id, cookie)) : null
  if (open) return open
  const referer = URL.parse(c.req.header('referer') ?? '')
  const next = referer?.origin === c.var.platform.config.origin ? referer.pathname + referer.search : ''
  return c.redirect(`/${c.var.i18n.lang}/account/vault/unlock?next=${encodeURIComponent(next)}`, 303)
}
