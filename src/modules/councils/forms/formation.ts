import * as z from 'zod'
import { optionalId, optionalText, requiredLocalised, requiredText } from '#modules/network/index.ts'
import { requiredDate } from './councils.ts'
import { requiredCount, requiredLocalTime, texts, ticked } from './parts.ts'

export const beginForm = z
  .object({
    begunOn: requiredDate,
    ground: optionalText(1000),
    members: z.array(z.uuid()).max(100).default([]),
    organisations: z
      .string()
      .max(5000)
      .default('')
      .transform(text =>
        text
          .split(/\r?\n/)
          .map(line => line.trim().slice(0, 300))
          .filter(Boolean),
      ),
  })
  .refine(({ members, organisations }) => members.length + organisations.length > 0, {
    path: ['organisations'],
    message: 'platform.form.missing',
  })

export const callForm = z.object({
  callText: requiredLocalised(5000),
  whoMayApply: texts(2000),
  seats: requiredCount(1),
  applyUntil: requiredDate,
})

export const applicationForm = z
  .object({
    membership: optionalId,
    organisation: optionalText(300),
    candidate: requiredText(200),
    candidateNamed: ticked,
    statement: z.string().trim().max(5000).default(''),
  })
  .refine(({ membership, organisation }) => membership !== null || organisation !== null, {
    path: ['organisation'],
    message: 'platform.form.missing',
  })

export const answerForm = z.object({
  application: z.uuid(),
  answer: z.enum(['admitted', 'refused']),
  refusal: optionalText(1000),
})

export const assemblyForm = z.object({ assemblyAt: requiredLocalTime, assemblyPlace: optionalText(300) })

const votes = z.record(
  z.uuid(),
  z
    .string()
    .regex(/^\d{1,6}$/, 'councils.form.number')
    .transform(Number),
)

/** `votes:<application>` for each candidate, `elected[]` who takes a seat. */
export const electionForm = z.object({
  electedOn: requiredDate,
  electors: requiredCount(1),
  votes: votes.default({}),
  elected: z.array(z.uuid()).default([]),
})
