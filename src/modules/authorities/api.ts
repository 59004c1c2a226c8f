import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { bodyCard, card, entry, entryDetail, material } from './api-schemas.ts'
import { publicMaterial } from './exports/materials.ts'
import { readMaterialsAsk } from './forms/materials.ts'
import { readRegisterAsk, registerFacets, registerParams } from './forms/register.ts'
import { publishedMaterials } from './queries/materials.ts'
import { publicCommunication, registerPage } from './queries/register.ts'
import { publicCorrespondence } from './queries/register-events.ts'
import { findCard } from './queries/scorecard.ts'
import { cardList } from './queries/scorecard-list.ts'
import { materialKinds } from './schema/materials.ts'

const umbrella = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'ombudsman-ua' }),
})

const query = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'Words of a title or of a body’s name, in any script' }),
  ...Object.fromEntries(
    registerFacets.map(facet => [
      facet,
      z
        .string()
        .optional()
        .openapi({ description: `Only this ${facet}` }),
    ]),
  ),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'Entries a page; 40 unless given' }),
  older: z.coerce
    .number()
    .int()
    .positive()
    .max(999_999_999)
    .optional()
    .openapi({ description: 'From `next` of the page before' }),
})

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
})
const missing = { 404: { description: 'There is none, or it is not public' } }

const page = z
  .object({
    total: z.int().openapi({ description: 'Communications in the whole register' }),
    communications: z.array(entry),
    next: z.string().nullable().openapi({ description: 'Address of the next page; null on the last one' }),
  })
  .openapi('RegisterPage')

const list = createRoute({
  method: 'get',
  path: '/communications',
  summary: 'What members and the coalition wrote to public bodies',
  description: 'Only what its sender made public.',
  request: { params: umbrella, query },
  responses: ok(page, 'One page, the newest first'),
})

const one = createRoute({
  method: 'get',
  path: '/communications/{number}',
  summary: 'One communication: its public texts and its course',
  request: { params: umbrella.extend({ number: z.coerce.number().int().positive().max(999_999_999) }) },
  responses: { ...ok(entryDetail, 'What everybody may read'), ...missing },
})

const bodies = createRoute({
  method: 'get',
  path: '/bodies',
  summary: 'Public bodies that were written to, and how they answer',
  description: 'The numbers tell of this register alone, not of all that a body does.',
  request: { params: umbrella, query: z.object({ after: z.string().max(60).optional() }) },
  responses: ok(
    z.object({ bodies: z.array(bodyCard), next: z.string().nullable() }).openapi('ScorecardPage'),
    'Those written to most first, 50 a page',
  ),
})

const body = createRoute({
  method: 'get',
  path: '/bodies/{id}',
  summary: 'How one public body answers',
  request: { params: umbrella.extend({ id: z.uuid() }) },
  responses: { ...ok(card, 'Counts of the register, and the reply of the body'), ...missing },
})

const materials = createRoute({
  method: 'get',
  path: '/materials',
  summary: 'Materials on the cooperation with public bodies',
  description: 'Agreements, joint events, reports and analytical papers that the coalition published.',
  request: {
    params: umbrella,
    query: z.object({ body: z.uuid().optional(), kind: z.enum(materialKinds).optional() }),
  },
  responses: ok(
    z.object({ materials: z.array(material) }).openapi('CooperationMaterials'),
    'The newest first',
  ),
})

/** Reading `/api/v1/{umbrella}/communications`, `/materials` and `/bodies`: what the public pages show, as data. */
export const authoritiesApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(list, async c => {
    const { searchParams, pathname } = new URL(c.req.url)
    const { limit = 40 } = c.req.valid('query')
    const ask = readRegisterAsk(searchParams)
    const { entries, counts, older } = await c.var.read(tx => registerPage(tx, ask, limit))
    const following = registerParams(ask)
    following.set('limit', String(limit))
    if (older !== null) following.set('older', String(older))
    const next = older === null ? null : `${pathname}?${following}`
    return c.json({ total: counts.total, communications: z.array(entry).parse(entries), next }, 200)
  })

  .openapi(one, async c => {
    const { number } = c.req.valid('param')
    const detail = await c.var.read(async tx => {
      const communication = found(await publicCommunication(tx, number))
      return { ...communication, ...(await publicCorrespondence(tx, communication.id)) }
    })
    return c.json(entryDetail.parse(detail), 200)
  })

  .openapi(bodies, async c => {
    const { after } = c.req.valid('query')
    const { cards, next } = await c.var.read(tx => cardList(tx, after ?? null))
    const { pathname } = new URL(c.req.url)
    return c.json({ bodies: z.array(bodyCard).parse(cards), next: next && `${pathname}?after=${next}` }, 200)
  })

  .openapi(body, async c => {
    const { id } = c.req.valid('param')
    const shown = found(await c.var.read(tx => findCard(tx, id)))
    return c.json(card.parse(shown), 200)
  })

  .openapi(materials, async c => {
    const all = await c.var.read(tx => publishedMaterials(tx, readMaterialsAsk(c.req.valid('query'))))
    const home = `${c.var.platform.config.origin}/en/${c.var.umbrella.slug}`
    return c.json({ materials: z.array(material).parse(all.map(one => publicMaterial(one, home))) }, 200)
  })
