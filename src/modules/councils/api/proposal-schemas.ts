import { z } from '@hono/zod-openapi'
import { proposalStepKinds, routes, stages, standardKinds } from '../schema/proposals.ts'

const texts = z
  .record(z.string(), z.string())
  .openapi({ description: 'Text by BCP 47 tag', example: { uk: 'Експертна рада' } })

/** A proposal in the list. */
export const proposal = z
  .object({
    number: z.int().openapi({ description: 'The number that people quote' }),
    route: z.enum(routes).openapi({ description: 'Through the Commissioner, or the coalition’s own draft' }),
    title: z.string(),
    lang: z.string().openapi({ description: 'BCP 47 tag of its texts' }),
    stage: z.enum(stages),
    stageSince: z.iso.date(),
    lastOn: z.iso.date().openapi({ description: 'When something last happened to it' }),
    stalled: z.boolean().openapi({ description: 'Nothing happened for as long as the rule says' }),
    preparedOn: z.iso.date(),
    council: texts.nullable().openapi({ description: 'The council that prepared it' }),
  })
  .openapi('Proposal')

const link = z
  .object({
    kind: z.enum(proposalStepKinds),
    onDay: z.iso.date(),
    stage: z.enum(stages).openapi({ description: 'Where the proposal stood after it' }),
    reference: z.string().nullable().openapi({ description: 'Number of a bill, a law, a decision' }),
    url: z.string().nullable(),
    text: z.string(),
    file: z.uuid().nullable().openapi({
      description: 'Its document: `/{locale}/{umbrella}/legislation/{number}/documents/{file}`',
    }),
    item: z
      .object({ title: texts, session: z.int(), council: z.string(), councilName: texts })
      .nullable()
      .openapi({ description: 'The agenda item; `council` is the address of the council' }),
    communication: z
      .object({ number: z.int(), title: z.string() })
      .nullable()
      .openapi({ description: 'The letter, where it is public' }),
  })
  .openapi('ProposalStep')

/** One proposal with everything that happened to it. */
export const proposalDetail = proposal
  .extend({
    summary: z.string(),
    topics: z.array(z.string()),
    councilSlug: z.string().nullable(),
    body: z.object({ id: z.uuid(), name: texts }).nullable().openapi({ description: 'Who decides' }),
    act: z.object({ id: z.uuid(), title: z.string(), issued: z.boolean() }).nullable(),
    standards: z.array(
      z.object({
        kind: z.enum(standardKinds),
        title: z.string(),
        article: z.string(),
        url: z.string().nullable(),
      }),
    ),
    chain: z.array(link),
    clock: z
      .array(
        z.object({
          stage: z.enum(stages),
          days: z.int(),
          lasts: z.boolean().openapi({ description: 'The stage in which it is now' }),
        }),
      )
      .openapi({ description: 'Days spent in each stage' }),
  })
  .openapi('ProposalDetail')
