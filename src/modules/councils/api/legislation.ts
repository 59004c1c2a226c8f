import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { today } from '#modules/network/index.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { hasEnded, staysOf } from '../legislation.ts'
import { findProposal, listProposals, type ProposalLine } from '../queries/legislation.ts'
import { stalledDaysNow } from '../rules.ts'
import { routes, stages } from '../schema/proposals.ts'
import { proposal, proposalDetail } from './proposal-schemas.ts'

const umbrella = z.object({
  umbrella: z.string().openapi({ description: 'Slug of the umbrella', example: 'ombudsman-ua' }),
})
const number = z.coerce.number().int().positive().max(999_999_999)

const query = z.object({
  route: z.enum(routes).optional().openapi({ description: 'Only of this route' }),
  stage: z.enum(stages).optional().openapi({ description: 'Only in this stage' }),
  stalled: z.literal('yes').optional().openapi({ description: 'Only those that have stalled' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: 'Proposals a page; 40 unless given' }),
  before: number.optional().openapi({ description: 'From `next` of the page before' }),
})

const page = z
  .object({
    stalledAfter: z.int().openapi({ description: 'Days without a step, by the rule of the umbrella' }),
    proposals: z.array(proposal),
    next: z.string().nullable().openapi({ description: 'Address of the next page; null on the last one' }),
  })
  .openapi('ProposalPage')

const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { content: { 'application/json': { schema } }, description },
})

const list = createRoute({
  method: 'get',
  path: '/legislation',
  summary: 'Proposals on their way to a law',
  request: { params: umbrella, query },
  responses: ok(page, 'One page, the newest first'),
})

const one = createRoute({
  method: 'get',
  path: '/legislation/{number}',
  summary: 'One proposal with its chain, from who prepared it to the law',
  request: { params: umbrella.extend({ number }) },
  responses: {
    ...ok(proposalDetail, 'What everybody may read'),
    404: { description: 'There is none, or it is not public' },
  },
})

const hasStalled = ({ stage, lastOn }: ProposalLine, day: Temporal.PlainDate, after: number) =>
  !hasEnded(stage) && Temporal.PlainDate.compare(lastOn, day.subtract({ days: after })) <= 0

/** Reading `/api/v1/{umbrella}/legislation`: what the public pages show, as data. */
export const legislationApi = new OpenAPIHono<UmbrellaEnv>()
  .openapi(list, async c => {
    const { route, stage, stalled, before, limit = 40 } = c.req.valid('query')
    const { lines, next, day, after } = await c.var.read(async tx => {
      const [day, { value: after }] = [await today(tx), await stalledDaysNow(tx)]
      const stalledSince = stalled ? day.subtract({ days: after }) : null
      const filter = { route: route ?? null, stage: stage ?? null, stalledSince, before: before ?? null }
      return { ...(await listProposals(tx, filter, limit)), day, after }
    })
    const following = new URLSearchParams(
      Object.entries({ route, stage, stalled, limit: String(limit), before: String(next) }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    )
    const proposals = lines.map(line => proposal.parse({ ...line, stalled: hasStalled(line, day, after) }))
    const { pathname } = new URL(c.req.url)
    return c.json(
      { stalledAfter: after, proposals, next: next === null ? null : `${pathname}?${following}` },
      200,
    )
  })

  .openapi(one, async c => {
    const { number } = c.req.valid('param')
    const shown = await c.var.read(async tx => {
      const told = found(await findProposal(tx, number))
      const [day, { value: after }] = [await today(tx), await stalledDaysNow(tx)]
      return { ...told, stalled: hasStalled(told, day, after), clock: staysOf(told.chain, day) }
    })
    return c.json(proposalDetail.parse(shown), 200)
  })
