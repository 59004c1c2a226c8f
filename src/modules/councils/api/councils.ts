import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { popoloOf } from '../queries/popolo-of.ts'

const params = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'ombudsman-ua' }),
})

const objects = z.array(z.record(z.string(), z.unknown())).optional()
const popolo = z
  .looseObject({
    persons: objects,
    organizations: objects,
    posts: objects,
    memberships: objects,
    events: objects,
    areas: objects,
    motions: objects,
    vote_events: objects,
    votes: objects,
  })
  .openapi('Popolo', { description: 'As https://www.popoloproject.com/specs/ has it' })

const responses = {
  200: { content: { 'application/json': { schema: popolo } }, description: 'A list for each class' },
  404: { description: 'There is none, or it is not public' },
}

const all = createRoute({
  method: 'get',
  path: '/councils/popolo.json',
  summary: 'Public councils of the umbrella as Popolo',
  request: { params },
  responses,
})

const one = createRoute({
  method: 'get',
  path: '/councils/{slug}/popolo.json',
  summary: 'One council as Popolo',
  request: { params: params.extend({ slug: z.string().openapi({ description: 'Its address' }) }) },
  responses,
})

type Popolo = z.infer<typeof popolo>

/** Reading `/api/v1/{umbrella}/councils/…/popolo.json`: what visitors may know, as Popolo. */
export const councilsApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(all, async c => c.json((await c.var.read(tx => popoloOf(tx, null))) as Popolo, 200))
  .openapi(one, async c => {
    const { slug } = c.req.valid('param')
    return c.json(found(await c.var.read(tx => popoloOf(tx, slug))) as Popolo, 200)
  })
