import { z } from '@hono/zod-openapi'
import { decisionKinds, decisionStatuses } from './schema/decisions.ts'
import type { InitiativeStatus } from './schema/initiatives.ts'

/** Drafts are for those who write them. */
export const publishedStatuses = [
  'discussion',
  'decision',
  'supported',
  'not_supported',
  'withdrawn',
] as const satisfies InitiativeStatus[]

const texts = z
  .record(z.string(), z.string())
  .openapi({ description: 'Text by BCP 47 tag', example: { uk: 'Рада', pl: 'Rada' } })
const instant = (description: string) => z.string().openapi({ description, format: 'date-time' })
const hash = (description: string) =>
  z.string().openapi({ description: `${description}; SHA-256, hexadecimal` })

const speaker = {
  membershipId: z.uuid().openapi({ description: 'Whose initiative it is' }),
  member: texts.nullable().openapi({ description: 'Null for an individual who is not listed' }),
  partner: z.boolean().openapi({ description: 'Under a cooperation agreement, without a vote' }),
}

/** An initiative in a list. */
export const initiativeLine = z
  .object({
    number: z.int(),
    status: z.enum(publishedStatuses),
    title: texts,
    need: texts,
    ...speaker,
    topics: z.array(z.string()),
    publishedAt: instant('When its discussion began'),
    closesAt: instant('Until when members vote at the latest').nullable(),
  })
  .openapi('Initiative')

/** An initiative with its whole text. */
export const initiativeDetail = z
  .object({
    number: z.int(),
    status: z.enum(publishedStatuses),
    title: texts,
    body: z.record(z.string(), texts).openapi({ description: 'need, goals, beneficiaries, asked, plan' }),
    authoritative: z.string().openapi({ description: 'Language whose wording counts' }),
    ...speaker,
    topics: z.array(z.string()),
    version: z.int(),
    round: z.int(),
    decisionId: z.uuid().nullable(),
    setAsideBy: z
      .int()
      .nullable()
      .openapi({ description: 'Number of the decision that set its decision aside' }),
    news: texts.nullable().openapi({ description: 'What is new since the members were asked before' }),
    publishedAt: instant('When its discussion began'),
  })
  .openapi('InitiativeDetail')

/** A decision as it stands. */
export const decisionSchema = z
  .object({
    number: z.int(),
    id: z.uuid(),
    kind: z.enum(decisionKinds),
    method: z.enum(['majority', 'approval', 'cumulative', 'ordinal']),
    initiative: z.int().nullable().openapi({ description: 'Number of the initiative that is decided' }),
    round: z.int(),
    previous: z.int().nullable().openapi({ description: 'Number of the decision that it continues' }),
    title: texts,
    status: z.enum(decisionStatuses),
    outcome: z.enum(['supported', 'not_supported']).nullable(),
    setAsideBy: z.int().nullable().openapi({
      description: 'Number of the decision by which the members set this one aside: it holds no longer',
    }),
    news: texts.nullable().openapi({ description: 'What is new since the decision that it continues' }),
    electorate: z
      .int()
      .openapi({ description: 'Members with a vote; supported when twice the yes-votes are more' }),
    tally: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'yes, no, abstain, stand_aside; of imported elections ballots and projects' }),
    openedAt: instant('When the electorate was counted'),
    discussionUntil: instant('Before this moment nothing is decided'),
    closesAt: instant('When voting ends'),
    countdownUntil: instant('When a majority becomes final').nullable(),
    sealedAt: instant('When the result was fixed').nullable(),
    fingerprint: hash('Of the opening record'),
    logHash: hash('Of all ballots').nullable(),
  })
  .openapi('Decision')

/** A decision with what exactly is decided. */
export const decisionWithText = decisionSchema
  .extend({ text: z.record(z.string(), z.unknown()).openapi({ description: 'What exactly is decided' }) })
  .openapi('DecisionWithText')
