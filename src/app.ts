import { join } from 'node:path'
import { Hono } from 'hono'
import { cached, PageCache } from '#platform/http/cache.ts'
import { compressed } from '#platform/http/compression.ts'
import type { Env } from '#platform/http/context.ts'
import { NotFound } from '#platform/http/errors.ts'
import { preferredLocale } from '#platform/http/language.ts'
import type { Module } from '#platform/http/module.ts'
import { type DeclaredRoute, mount } from '#platform/http/mount.ts'
import { addressed, identified, insideUmbrella } from '#platform/http/request.ts'
import { limitBodies, sameOrigin, securityHeaders } from '#platform/http/security.ts'
import { serveBuiltFiles } from '#platform/http/static-files.ts'
import { observed, probes } from '#platform/http/telemetry.ts'
import type { Platform } from '#platform/platform.ts'
import { projectRoot } from '#platform/project-root.ts'
import { Umbrellas } from '#platform/umbrellas/index.ts'
import { readAssets } from '#ui/assets.ts'
import { pages } from '#ui/request-page.ts'
import { mountApi } from './api.ts'
import { failure } from './modules/front/failures.tsx'
import { modulesOf } from './modules.ts'

export type App = {
  /** The program: a request in, an answer out. */
  fetch: (request: Request, env?: object) => Response | Promise<Response>
  platform: Platform
  hono: Hono<Env>
  routes: DeclaredRoute[]
  modules: Module[]
  umbrellas: Umbrellas
  cache: PageCache
}

/** The whole program behind one `fetch`: what is in front of every request, then the rooms. */
export async function createApp(platform: Platform): Promise<App> {
  const umbrellas = new Umbrellas(platform.database.request)
  await umbrellas.reload()
  const cache = new PageCache()
  const modules = modulesOf(umbrellas, () => api.describe())
  const people = modules.find(module => module.session)
  if (!people?.session || !people.hasSession) throw new Error('no module knows who is signed in')
  const { session, hasSession, vaultOpenUntil } = people

  const hono = new Hono<Env>()
  const sources = {
    platform,
    umbrellas,
    session: (headers: Headers) => session(platform, headers),
    viewer: modules.flatMap(module => module.viewer ?? []),
  }
  const clientFolder = join(projectRoot, 'dist', 'client')
  const items = modules.flatMap(module => module.menu ?? [])
  const menu = [...items.filter(item => item.first), ...items.filter(item => !item.first)]

  hono.onError(failure)
  hono.notFound(c => failure(new NotFound(), c))
  hono.use(observed(platform))
  hono.use(securityHeaders(platform.config.origin))
  probes(hono, platform)
  serveBuiltFiles(hono, clientFolder)
  hono.use(compressed())
  hono.use(sameOrigin(platform.config.origin))
  hono.get('/', c => c.redirect(`/${preferredLocale(c.req.header('accept-language'))}`, 302))

  const api = mountApi(hono, modules, sources)
  const routes: DeclaredRoute[] = [...api.routes]
  hono.use('/:locale/*', async (c, next) => {
    c.set('mayBeKept', umbrella => cache.mark(c.req.raw, umbrella))
    await next()
  })
  hono.use(
    '/:locale/*',
    pages(menu, readAssets(clientFolder), vaultOpenUntil),
    addressed(sources),
    identified(sources),
    // Only now can a page be shown: who sends too much is told so in their language.
    limitBodies(),
  )
  for (const { name, installationRoutes } of modules) {
    if (installationRoutes) routes.push(...mount(hono, name, '/:locale', installationRoutes))
  }
  hono.use('/:locale/:umbrella/*', insideUmbrella)
  for (const { name, routes: room } of modules) {
    if (room) routes.push(...mount(hono, name, '/:locale/:umbrella', room))
  }
  const fetch = cached(cache, hasSession, (request, env) => hono.fetch(request, env))
  return { fetch, platform, hono, routes, modules, umbrellas, cache }
}
