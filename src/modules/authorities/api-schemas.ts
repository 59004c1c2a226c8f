import { z } from '@hono/zod-openapi'
import { communicationKinds, directions, resolutions, statuses } from './schema/communications.ts'
import { materialKinds } from './schema/materials.ts'
import { communicationStates } from './schema/register.ts'
import { responseForms, stepKinds } from './schema/steps.ts'

const texts = z
  .record(z.string(), z.string())
  .openapi({ description: 'Text by BCP 47 tag', example: { uk: 'Міністерство освіти і науки' } })

/** A communication in the register. */
export const entry = z
  .object({
    id: z.uuid(),
    number: z.int(),
    kind: z.enum(communicationKinds),
    title: z.string(),
    lang: z.string().openapi({ description: 'BCP 47 tag of the letter' }),
    body: z.object({
      id: z.uuid(),
      name: texts,
      country: z.string().nullable(),
      region: z.string().nullable(),
    }),
    member: z
      .object({ id: z.uuid(), name: texts.nullable() })
      .nullable()
      .openapi({ description: 'Null for the coalition’s own' }),
    through: z.enum(['own', 'coalition']),
    directions: z.array(z.enum(directions)),
    topics: z.array(z.string()),
    status: z.enum(statuses),
    state: z.enum(communicationStates),
    resolution: z.enum(resolutions).nullable(),
    sentOn: z.iso.date(),
    answeredOn: z.iso.date().nullable(),
    days: z.int().nullable().openapi({ description: 'From sending to the answer' }),
    extended: z.boolean(),
    breached: z.boolean().openapi({ description: 'A deadline passed without an answer' }),
    forms: z.array(z.enum(responseForms)),
    cosigners: z.int(),
  })
  .openapi('Communication')

/** One communication with its public texts. */
export const entryDetail = entry
  .extend({
    facts: z.string(),
    grounds: z.array(
      z.object({
        title: z.string(),
        article: z.string(),
        version: z.string(),
        url: z.string(),
        quote: z.string(),
      }),
    ),
    proposals: z.array(z.string()),
    redacted: z.boolean().openapi({ description: 'Something was taken out of title or facts' }),
    steps: z.array(
      z.object({
        kind: z.enum(stepKinds),
        onDay: z.iso.date(),
        form: z.enum(responseForms).nullable(),
        resolution: z.enum(resolutions).nullable(),
      }),
    ),
    messages: z.array(
      z.object({
        id: z.uuid(),
        direction: z.enum(['out', 'in']),
        on: z.iso.date(),
        text: z.string(),
        redacted: z.boolean(),
      }),
    ),
    files: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        size: z.int(),
        redacted: z.boolean(),
        originalSha256: z.string().openapi({ description: 'Of the file as it came, in hexadecimal' }),
      }),
    ),
  })
  .openapi('CommunicationDetail')

/** A material on the cooperation with a public body. */
export const material = z
  .object({
    id: z.uuid(),
    body: z.object({ id: z.uuid(), name: texts }),
    kind: z.enum(materialKinds),
    title: z.string(),
    lang: z.string(),
    onDay: z.iso.date().nullable().openapi({ description: 'Null where the source names no day' }),
    description: z.string(),
    url: z.string().nullable(),
    file: z.object({ name: z.string(), size: z.int(), address: z.string() }).nullable(),
    publishedAt: z.string().nullable(),
    address: z.string(),
  })
  .openapi('CooperationMaterial')

const count = z.int().min(0)

/** How one public body answers, in short. */
export const bodyCard = z
  .object({
    body: z.object({ id: z.uuid(), name: texts }),
    received: count,
    answered: count,
    inTime: count.openapi({ description: 'Answered within a deadline that is known' }),
    late: count,
    waiting: count,
    overdue: count,
    ended: count.openapi({ description: 'Closed, returned or withdrawn without an answer' }),
    median: z.number().nullable().openapi({ description: 'Days to an answer; null below five answers' }),
  })
  .openapi('Scorecard')

const counted = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.array(z.object({ code: z.enum(codes), n: count }))

/** The whole card of a public body. */
export const card = bodyCard
  .extend({
    days: z.array(z.object({ days: count, n: count })).openapi({ description: 'Histogram of answer times' }),
    years: z.array(z.object({ year: z.int(), received: count, answered: count })),
    extended: count,
    breached: count,
    acts: count.openapi({ description: 'Draft acts among what was received' }),
    actsIssued: count,
    forms: counted(responseForms),
    results: counted(resolutions),
    reply: z
      .object({ text: z.string(), lang: z.string(), version: z.int(), writtenAt: z.string() })
      .nullable()
      .openapi({ description: 'What the body says to its numbers' }),
  })
  .openapi('ScorecardDetail')
