import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { cors } from 'hono/cors'
import { inScope } from '#platform/database/scope.ts'
import { accessOf, published } from '#platform/http/access.ts'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Module } from '#platform/http/module.ts'
import type { DeclaredRoute } from '#platform/http/mount.ts'
import type { RequestSources } from '#platform/http/request.ts'
import { visitor } from '#platform/http/viewer.ts'
import { createI18n } from '#platform/i18n/index.ts'

const information = {
  openapi: '3.1.0',
  info: {
    title: 'Parasol',
    version: '1',
    description:
      'What a coalition publishes, for reading. Lists are paged by key: follow `next` until it is absent. ' +
      'Content in several languages is an object of BCP 47 tags.',
    license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  },
  servers: [{ url: '/api/v1' }],
}

/** Mounts `/api/v1/{umbrella}/…`: reading only, for everybody, never with a session. */
export function mountApi(app: Hono<Env>, modules: Module[], { platform, umbrellas }: RequestSources) {
  const api = new OpenAPIHono<UmbrellaEnv>()
  // Public data may be read by any page; nothing here depends on who asks, so no cookie is looked at.
  api.use(cors({ origin: '*', allowMethods: ['GET'] }))
  api.get('/openapi.json', published, c => c.json(api.getOpenAPI31Document(information)))
  api.use('/:umbrella/*', async (c, next) => {
    const umbrella = umbrellas.find(c.req.param('umbrella'))
    if (!umbrella?.settled) throw new NotFound()
    c.set('platform', platform)
    c.set('umbrella', umbrella)
    c.set('i18n', createI18n('en', umbrella.zone))
    c.set('locale', 'en')
    c.set('viewer', visitor)
    c.set('read', work =>
      inScope(platform.database.request, { umbrella: umbrella.id, account: null }, 'read', work),
    )
    return next()
  })
  const routes: DeclaredRoute[] = []
  for (const { name, api: room } of modules) {
    if (!room) continue
    // A route stands once for each of its handlers.
    const keys = room.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
    for (const key of new Set(keys)) {
      const [method = '', path = ''] = key.split(' ')
      routes.push({
        method,
        path: `/api/v1/:umbrella${path}`,
        module: name,
        access: accessOf(published) ?? null,
      })
    }
    api.route('/:umbrella', room)
  }
  app.route('/api/v1', api as unknown as Hono<Env>)
  return { routes, describe: () => api.getOpenAPI31Document(information) }
}
