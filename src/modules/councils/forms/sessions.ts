import * as z from 'zod'
import { optionalText, requiredLocalised, requiredText } from '#modules/network/index.ts'
import { majorityRules } from '../schema/councils.ts'
import { contactChannels } from '../schema/liaisons.ts'
import { voteOptions } from '../schema/popolo.ts'
import { presences } from '../schema/sessions.ts'
import { requiredDate } from './councils.ts'
import { count, localTime, requiredLocalTime, texts, ticked, webAddress } from './parts.ts'

export const sessionForm = z
  .object({
    title: texts(200),
    startsAt: requiredLocalTime,
    endsAt: localTime,
    place: optionalText(300),
    onlineUrl: webAddress,
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || Temporal.PlainDateTime.compare(endsAt, startsAt) > 0, {
    path: ['endsAt'],
    message: 'councils.form.endBeforeStart',
  })

export const itemForm = z.object({
  title: requiredLocalised(300),
  about: texts(4000),
  reporter: optionalText(200),
})

export const reasonForm = z.object({ reason: requiredText(1000) })
export const replyForm = z.object({ seat: z.uuid(), reply: z.enum(['coming', 'not_coming']) })

/** `seat:<id>` for everybody who sits: nested into `seat`. */
export const attendanceForm = z.object({ seat: z.record(z.uuid(), z.enum(presences)).default({}) })

export const decisionForm = z.object({ item: z.uuid('platform.form.missing'), text: requiredText(10_000) })

export const voteForm = z.object({
  item: z.uuid('platform.form.missing'),
  motion: requiredText(2000),
  rule: z.enum(majorityRules),
  yes: count(0).transform(value => value ?? 0),
  no: count(0).transform(value => value ?? 0),
  abstain: count(0).transform(value => value ?? 0),
  seat: z.record(z.uuid(), z.enum(voteOptions)).default({}),
})

export const documentForm = z.object({ title: requiredLocalised(300), public: ticked })

export const conflictForm = z.object({
  item: z.uuid('platform.form.missing'),
  seat: z.uuid(),
  reason: requiredText(2000),
  abstains: ticked,
})

export const minutesForm = z.object({ text: optionalText(50_000) })
export const approvalForm = z.object({
  later: z
    .union([z.literal(''), z.uuid()])
    .default('')
    .transform(value => value || null),
})
export const publicationForm = z.object({ shown: ticked })

export const reportForm = z.object({
  seat: z.uuid(),
  happened: requiredText(10_000),
  said: z.string().trim().max(10_000).default(''),
  nextSteps: z.string().trim().max(5000).default(''),
})

export const contactForm = z.object({
  onDay: requiredDate,
  channel: z.enum(contactChannels),
  withWhom: requiredText(300),
  about: requiredText(5000),
  agreed: z.string().trim().max(2000).default(''),
})
