import * as z from 'zod'
import { key } from '#platform/i18n/index.ts'

/** A text that must be there; length in characters. */
export const requiredText = (maximum: number) =>
  z.string().trim().max(maximum).min(1, key('platform.form.missing'))

/** A text or null. */
export const optionalText = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .default('')
    .transform(value => value || null)

const plausible = (day: string) => day >= '1990-01-01' && day <= '2100-12-31'

/** A day that must be there, ISO text. */
export const requiredDay = z
  .string()
  .default('')
  .transform((value, context) => {
    if (value === '') context.addIssue({ code: 'custom', message: key('platform.form.missing') })
    else if (!z.iso.date().safeParse(value).success || !plausible(value)) {
      context.addIssue({ code: 'custom', message: key('network.form.day') })
    }
    return value
  })

/** A day as ISO text, or null. */
export const optionalDay = z
  .string()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    if (!z.iso.date().safeParse(value).success || !plausible(value)) {
      context.addIssue({ code: 'custom', message: key('network.form.day') })
    }
    return value
  })

/** A box that is ticked or not. */
export const checkbox = z
  .literal('yes')
  .optional()
  .transform(value => value === 'yes')

const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** A text in at least one language, by BCP 47 tag. */
export const requiredLocalised = (maximum: number) =>
  z
    .record(tag, z.string().trim().max(maximum))
    .default({})
    .transform(parts => Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')))
    .refine(parts => Object.keys(parts).length > 0, key('platform.form.missing'))

/** A text in any number of languages, also none. */
export const optionalLocalised = (maximum: number) =>
  z
    .record(tag, z.string().trim().max(maximum))
    .default({})
    .transform(parts => Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')))

/** An id of ours. */
const id = z.uuid(key('platform.form.invalid'))

export const optionalId = z
  .union([z.literal(''), id])
  .default('')
  .transform(value => value || null)
