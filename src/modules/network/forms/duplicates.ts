import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'
import { optionalText, requiredText } from './parts.ts'

/** Which of the two stays, and why they are one. */
export const mergeForm = (first: string, second: string) =>
  z.object({
    survivor: z.enum([first, second], { error: key('network.merge.survivorMissing') }),
    reason: requiredText(2000),
  })

export const mergeAnswerForm = z
  .object({ answer: z.enum(['accepted', 'refused']), word: optionalText(2000) })
  .refine(given => given.answer === 'accepted' || given.word !== null, {
    path: ['word'],
    message: key('network.merge.wordMissing'),
  })
