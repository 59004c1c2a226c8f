import type { Context, MiddlewareHandler, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'
import { Forbidden } from './errors.ts'
import { isAssured, isSignedIn, type Viewer } from './viewer.ts'

/** How a route declares who may call it. `name` is what `parasol routes` prints; `admits` says yes or no to a viewer. */
export type Access = {
  kind: 'published' | 'open' | 'signed-in' | 'allowed'
  name: string
  admits: (viewer: Viewer) => boolean
}

const declared = new WeakMap<object, Access>()

/** The declaration carried by a handler, or undefined. */
export const accessOf = (handler: object): Access | undefined => declared.get(handler)

function declare<H extends MiddlewareHandler>(access: Access, handler: H): H {
  declared.set(handler, access)
  return handler
}

// A visitor who follows a link is led to sign-in and back; a form from a session that ended is answered 403,
// because a redirect would lose what was typed.
function askToSignIn(c: Context<Env>): Response {
  if (c.req.method !== 'GET') throw new Forbidden()
  const url = new URL(c.req.url)
  return c.redirect(`/${c.var.locale}/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 303)
}

/**
 * Anybody; and what a visitor gets depends on nothing but the address and the umbrella's data, so it may be cached.
 * Never for pages with a token in the address.
 */
export const published = declare(
  { kind: 'published', name: 'published', admits: () => true },
  createMiddleware<Env>(async (c, next) => {
    await next()
    if (c.var.umbrella && !c.var.viewer.account) c.var.mayBeKept?.(c.var.umbrella.id)
  }),
)

/** Anybody, signed in or not. */
export const open = declare(
  { kind: 'open', name: 'open', admits: () => true },
  createMiddleware(async (_c, next) => next()),
)

/** Any person with a session. */
export const signedIn = declare(
  { kind: 'signed-in', name: 'signedIn', admits: isSignedIn },
  createMiddleware<Env>(async (c, next) => (c.var.viewer.account ? next() : askToSignIn(c))),
)

// Whoever may come in but for the second factor shows it and comes back. A form is refused, as above.
function askForSecondFactor(c: Context<Env>): Response {
  if (c.req.method !== 'GET') throw new Forbidden()
  const url = new URL(c.req.url)
  const to = encodeURIComponent(url.pathname + url.search)
  return c.redirect(`/${c.var.locale}/second-factor?needed=yes&to=${to}`, 303)
}

/**
 * Only viewers of whom every predicate holds: 403 otherwise; visitors are asked to sign in. `isAssured` among them asks
 * those of whom all others hold for their second factor: `allow(canReadCases, isAssured)`.
 */
export function allow(...predicates: ((viewer: Viewer) => boolean)[]) {
  const name = predicates.map(p => p.name).join(' & ')
  if (predicates.some(p => p.name === ''))
    throw new TypeError('allow() takes named predicates: parasol routes prints them')
  const admits = (viewer: Viewer) => viewer.account !== null && predicates.every(holds => holds(viewer))
  const others = predicates.filter(predicate => predicate !== isAssured)
  const lacksAssurance = (viewer: Viewer) => others.every(holds => holds(viewer)) && !isAssured(viewer)
  return declare(
    { kind: 'allowed', name, admits },
    createMiddleware<Env>(async (c: Context<Env>, next: Next) => {
      if (!c.var.viewer.account) return askToSignIn(c)
      if (!admits(c.var.viewer)) {
        if (others.length < predicates.length && lacksAssurance(c.var.viewer)) return askForSecondFactor(c)
        throw new Forbidden()
      }
      return next()
    }),
  )
}
