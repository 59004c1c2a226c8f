import type { Hono, MiddlewareHandler } from 'hono'
import { type Access, accessOf } from './access.ts'
import type { Env, UmbrellaEnv } from './context.ts'
import { Forbidden } from './errors.ts'

/** A route as it stands in the program: what `parasol routes` prints and the architecture test walks. */
export type DeclaredRoute = { method: string; path: string; module: string; access: Access | null }

type Rooms = Hono<Env> | Hono<UmbrellaEnv>

/** Every route of a room below `prefix`, with the access it declares first; null where it is silent. */
function declaredRoutes(module: string, prefix: string, room: Rooms): DeclaredRoute[] {
  const first = new Map<string, DeclaredRoute>()
  for (const route of room.routes) {
    if (route.method === 'ALL') continue
    const key = `${route.method} ${route.path}`
    if (first.has(key)) continue
    const path = route.path === '/' ? prefix : prefix + route.path
    first.set(key, { method: route.method, path, module, access: accessOf(route.handler) ?? null })
  }
  return [...first.values()]
}

const refuse: MiddlewareHandler = () => {
  throw new Forbidden()
}

/** Mounts a room. A route that declares no access answers 403 before its handler is reached. */
export function mount(app: Hono<Env>, module: string, prefix: string, room: Rooms): DeclaredRoute[] {
  const routes = declaredRoutes(module, prefix, room)
  for (const { method, path, access } of routes) if (!access) app.on(method, path, refuse)
  app.route(prefix, room as Hono<Env>)
  return routes
}
