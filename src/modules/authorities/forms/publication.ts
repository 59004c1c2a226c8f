import * as z from 'zod'
import { optionalDay, optionalText } from '#modules/network/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { prominences } from '../schema/communications.ts'
import { groundPlaces, proposalPlaces, repeatedFields, type Typed } from './letters.ts'
import { reason, reasoned } from './readers.ts'

const key = (name: MessageKey): MessageKey => name

const choice = z.enum(prominences, key('platform.form.missing'))

/** Who sees a communication, why, and from which day on. */
export const publicationForm = z
  .object({ prominence: choice, reason, embargoUntil: optionalDay })
  .superRefine(reasoned)

/** What is public of title, facts, grounds and proposals. */
export const redactionForm = z
  .object({
    title: z.string().trim().min(1, key('platform.form.missing')).max(300),
    facts: z.string().trim().max(20000).default(''),
    next: z.enum(['look', 'keep']).default('look'),
    ...repeatedFields,
  })
  .transform(({ title, facts, next, ...given }) => {
    const typed = given as unknown as Typed
    return { title, facts, next, grounds: groundPlaces(typed), proposals: proposalPlaces(typed) }
  })

/** Who sees a letter of the correspondence, and what is public of it. */
export const messageForm = z
  .object({
    prominence: choice,
    reason,
    text: z.string().trim().max(100000).default(''),
    next: z.enum(['look', 'keep']).default('look'),
  })
  .superRefine(reasoned)

/** Who sees an enclosure, and which file stands for it in public: itself, another one, or a text set as PDF. */
export const attachmentForm = z
  .object({
    prominence: choice,
    reason,
    copy: z.enum(['none', 'same', 'file', 'text']).default('none'),
    name: optionalText(150),
    text: z.string().trim().max(100000).default(''),
  })
  .superRefine(reasoned)

/** What a public body says to its numbers; empty takes it back. */
export const replyForm = z.object({
  text: z.string().trim().max(5000).default(''),
  lang: z.string().regex(/^[a-z]{2,3}$/, key('platform.form.invalid')),
  seen: z
    .union([z.literal(''), z.coerce.number().int().min(0)])
    .default('')
    .transform(Number),
})
