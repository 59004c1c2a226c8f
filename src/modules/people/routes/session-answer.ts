import type { Context } from 'hono'
import { inScope } from '#platform/database/scope.ts'
import type { Env } from '#platform/http/context.ts'
import { sessionCookieName } from '../accounts/cookie.ts'
import { type StoredSession, storedSession } from '../accounts/session.ts'
import { ownUmbrellas } from '../queries/own-umbrellas.ts'

/** Hands the session cookie of an answer of better-auth to the browser, and none of its others. */
export function passSession(c: Context<Env>, answered: Headers): void {
  const name = sessionCookieName(c.var.platform.config.origin)
  for (const cookie of answered.getSetCookie()) {
    if (cookie.startsWith(`${name}=`)) c.header('Set-Cookie', cookie, { append: true })
  }
}

const withTo = (path: string, to: string) => (to === '' ? path : `${path}?to=${encodeURIComponent(to)}`)

/** Redirects within the language of the request, 303; `to` is carried along. */
export function goTo(c: Context<Env>, path: string, to = ''): Response {
  return c.redirect(`/${c.var.i18n.lang}${withTo(path, to)}`, 303)
}

// Whoever has one coalition wants to be there; others choose.
async function landing(c: Context<Env>, account: string): Promise<Response> {
  const { request } = c.var.platform.database
  const own = await inScope(request, { umbrella: null, account }, 'read', ownUmbrellas)
  return goTo(c, own.length === 1 ? `/${own[0]!.slug}` : '/account')
}

/** Goes on after a sign-in step: to the name, to the second step, or to where the person wanted to be. */
export async function proceed(c: Context<Env>, session: StoredSession | null, to: string): Promise<Response> {
  if (!session) return goTo(c, '/sign-in', to)
  if (session.stage === 'second-step') return goTo(c, '/second-factor', to)
  if (session.stage === 'nameless') return goTo(c, '/welcome', to)
  return to === '' ? landing(c, session.account) : c.redirect(to, 303)
}

/** The session that an answer of better-auth has begun. */
export function begunSession(c: Context<Env>, answered: Headers): Promise<StoredSession | null> {
  const cookie = answered
    .getSetCookie()
    .map(set => set.split(';', 1)[0])
    .join('; ')
  return storedSession(c.var.platform, new Headers({ cookie }))
}

/**
 * The session of a person who has lately shown who they are, or the way to show it: their second factor, or signing in
 * again where they have none. Changing how one signs in asks for this, so that a stolen session cannot take the account.
 */
export async function freshSession(c: Context<Env>, back: string): Promise<StoredSession | Response> {
  const session = await storedSession(c.var.platform, c.req.raw.headers)
  const to = `/${c.var.i18n.lang}${back}`
  if (session?.stage === 'complete' && session.fresh) return session
  return session?.authenticator || session?.passkeys
    ? goTo(c, '/second-factor', to)
    : c.redirect(`/${c.var.i18n.lang}/sign-in?again=yes&to=${encodeURIComponent(to)}`, 303)
}
