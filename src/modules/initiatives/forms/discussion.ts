import * as z from 'zod'
import { optionalText, requiredText } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import { stances } from '../schema/discussion.ts'
import { membershipField } from './initiative.ts'

const reasoned = (maximum: number) =>
  z.string().trim().max(maximum).min(20, key('initiatives.form.reasonsShort'))

/** A comment takes a stance; an answer has `parent` instead. */
export const commentForm = z
  .object({
    membership: membershipField,
    parent: z.union([z.literal(''), z.uuid()]).default(''),
    stance: z.enum(stances).optional(),
    body: requiredText(5000),
  })
  .refine(given => given.parent !== '' || given.stance !== undefined, {
    path: ['stance'],
    message: key('initiatives.comment.stanceMissing'),
    when: () => true,
  })

export const redactionForm = z.object({ reason: requiredText(4000) })

/** `topic` is the place of the topic in the coalition's list; empty when none of them. */
export const challengeForm = z.object({
  membership: membershipField,
  topic: z
    .string()
    .regex(/^\d{0,3}$/)
    .default(''),
  reasons: reasoned(4000),
})

export const challengeAnswerForm = z.object({ answer: reasoned(4000) })

export const amendmentAnswerForm = z.object({
  answer: z.enum(['accepted', 'refused'], key('platform.form.missing')),
  reasons: requiredText(4000),
})

export const correctionAnswerForm = z.object({ answer: z.enum(['confirmed', 'refused']) })

export const withdrawalForm = z.object({ reason: requiredText(4000) })

export const adoptionForm = z.object({ membership: membershipField, word: optionalText(2000) })

export const coauthorForm = z.object({ membership: membershipField })

export const coauthorAnswerForm = z.object({
  membership: membershipField,
  answer: z.enum(['agreed', 'declined']),
})
