import type { Context } from 'hono'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'
import type { Problem } from '#platform/http/form.ts'
import { openUntil, SealBroken, type Unlocked, unlocked } from '#platform/vault/index.ts'
import { vaultCookie } from './accounts/vault-cookie.ts'
import { localPath } from './forms/sign-in.ts'

type Asking = Context<Env> | Context<UmbrellaEnv>

/**
 * The vault of the person who asks, when it is open in this session; null otherwise. For forms: a person whose half hour is
 * over gets the page again with what they typed and the problem `vaultClosed`.
 */
export async function vaultIfOpen(c: Asking): Promise<Unlocked | null> {
  const { session } = c.var.viewer
  const cookie = vaultCookie(c)
  if (!session || !cookie) return null
  try {
    return await c.var.read(tx => unlocked(tx, session.id, cookie))
  } catch (error) {
    // Only half of a cookie that somebody altered: opening again mends it.
    if (error instanceof SealBroken) return null
    throw error
  }
}

/** What a form says when the vault was locked while somebody was typing. */
export const vaultClosed: Problem = { field: '', message: 'people.vault.closed' }

function pathOfReferer(c: Asking): string {
  const referer = URL.parse(c.req.header('referer') ?? '')
  return referer?.origin === c.var.platform.config.origin ? localPath(referer.pathname + referer.search) : ''
}

/**
 * The open vault of the person who asks, or the answer that leads to where they open it and back: to this address, or for
 * a form to the page that it stands on.
 *
 *     const vault = await openVault(c)
 *     if (vault instanceof Response) return vault
 */
export async function openVault(c: Asking): Promise<Unlocked | Response> {
  const open = await vaultIfOpen(c)
  if (open) return open
  const { pathname, search } = new URL(c.req.url)
  const next = c.req.method === 'GET' ? pathname + search : pathOfReferer(c)
  return c.redirect(`/${c.var.i18n.lang}/account/vault/unlock?next=${encodeURIComponent(next)}`, 303)
}

/** When the open vault of this request closes by itself, for the head of every page; null when none is open. */
export async function vaultOpenUntil(c: Context<Env>): Promise<Temporal.Instant | null> {
  const cookie = vaultCookie(c)
  if (!c.var.viewer.session || !cookie) return null
  return c.var.read(tx => openUntil(tx, cookie))
}
