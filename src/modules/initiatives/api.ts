import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import {
  decisionSchema,
  decisionWithText,
  initiativeDetail,
  initiativeLine,
  publishedStatuses,
} from './api-schemas.ts'
import { findInitiative } from './queries/initiative.ts'
import { type InitiativeFilter, listInitiatives } from './queries/initiative-list.ts'
import { publishedDecision, publishedDecisions } from './queries/published-decisions.ts'
import { sendExport } from './routes/decision-export.ts'
import { decisionStatuses } from './schema/decisions.ts'

const umbrella = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'komm' }),
})
const numbered = umbrella.extend({
  number: z.coerce
    .number()
    .int()
    .positive()
    .max(999_999_999)
    .openapi({ description: 'The number that people quote' }),
})
const before = z.coerce
  .number()
  .int()
  .positive()
  .optional()
  .openapi({ description: 'From `next` of the page before' })
const next = z.string().nullable().openapi({ description: 'Address of the next page; null on the last one' })

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
})
const missing = { 404: { description: 'There is none, or it is not public' } }

const listOfInitiatives = createRoute({
  method: 'get',
  path: '/initiatives',
  summary: 'Initiatives of members and partners',
  request: { params: umbrella, query: z.object({ status: z.enum(publishedStatuses).optional(), before }) },
  responses: ok(
    z.object({ initiatives: z.array(initiativeLine), next }).openapi('InitiativePage'),
    'One page, the newest first',
  ),
})

const oneInitiative = createRoute({
  method: 'get',
  path: '/initiatives/{number}',
  summary: 'One initiative',
  request: { params: numbered },
  responses: { ...ok(initiativeDetail, 'Its text as it stands, in all its languages'), ...missing },
})

const listOfDecisions = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'Decisions of the members',
  request: {
    params: umbrella,
    query: z.object({
      status: z.enum(decisionStatuses).optional(),
      before,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .openapi({ description: 'Decisions a page; 50 unless given' }),
    }),
  },
  responses: ok(
    z.object({ decisions: z.array(decisionSchema), next }).openapi('DecisionPage'),
    'One page, the newest first; personal matters are not among them',
  ),
})

const oneDecision = createRoute({
  method: 'get',
  path: '/decisions/{number}',
  summary: 'One decision',
  request: { params: numbered },
  responses: { ...ok(decisionWithText, 'How it stands, and what exactly is decided'), ...missing },
})

const exportOfDecision = createRoute({
  method: 'get',
  path: '/decisions/{number}/export',
  summary: 'Everything needed to count a decision again',
  description: 'Format `parasol-decision`, version 1, described in docs/recount.md of the source.',
  request: { params: numbered },
  responses: {
    ...ok(z.object({ format: z.literal('parasol-decision'), version: z.literal(1) }).loose(), 'The export'),
    ...missing,
  },
})

const address = (url: string, parameters: Record<string, string | number | undefined>) => {
  const { pathname } = new URL(url)
  const asked = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, `${value}`]],
  )
  return `${pathname}?${new URLSearchParams(asked)}`
}

/** Reading `/api/v1/{umbrella}/initiatives` and `/decisions`: what the public pages show, as data, and the export. */
export const initiativesApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(listOfInitiatives, async c => {
    const { status, before: from } = c.req.valid('query')
    const filter: InitiativeFilter = { status: status ?? null, topic: null, who: null, before: from ?? null }
    const { lines, more } = await c.var.read(tx => listInitiatives(tx, filter))
    const following = more ? address(c.req.url, { status, before: lines.at(-1)!.number }) : null
    return c.json({ initiatives: lines.map(line => initiativeLine.parse(line)), next: following }, 200)
  })

  .openapi(oneInitiative, async c => {
    const { number } = c.req.valid('param')
    const initiative = found(await c.var.read(tx => findInitiative(tx, number)))
    return c.json(initiativeDetail.parse(initiative), 200)
  })

  .openapi(listOfDecisions, async c => {
    const { status, before: from, limit = 50 } = c.req.valid('query')
    const all = await c.var.read(tx =>
      publishedDecisions(tx, { status: status ?? null, before: from ?? null, limit: limit + 1 }),
    )
    const decisions = all.slice(0, limit).map(decision => decisionSchema.parse(decision))
    const more = all.length > limit
    const following = more ? address(c.req.url, { status, limit, before: decisions.at(-1)!.number }) : null
    return c.json({ decisions, next: following }, 200)
  })

  .openapi(oneDecision, async c => {
    const { number } = c.req.valid('param')
    const decision = found(await c.var.read(tx => publishedDecision(tx, number)))
    return c.json(decisionWithText.parse(decision), 200)
  })

  // A stream, which the typed answers of the library do not know.
  .openapi(exportOfDecision, async c => sendExport(c, c.req.valid('param').number) as never)
