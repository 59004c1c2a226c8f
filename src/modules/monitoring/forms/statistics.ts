import * as z from 'zod'
import { optionalLocalised, requiredText } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'
import { isRegion } from '#platform/places/index.ts'
import { measures } from '../schema/comparisons.ts'

/** What readers should know of who monitors where, in any of the languages. */
export const releaseForm = z.object({ note: optionalLocalised(1000) })

const year = z.coerce
  .number(key('monitoring.statistics.yearWrong'))
  .int(key('monitoring.statistics.yearWrong'))
  .min(1990, key('monitoring.statistics.yearWrong'))
  .max(2100, key('monitoring.statistics.yearWrong'))

const digits = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, '')

const count = (least: number) =>
  z
    .string()
    .transform(digits)
    .refine(text => /^\d{1,9}$/.test(text) && Number(text) >= least, key('monitoring.statistics.numberWrong'))
    .transform(Number)

/** A number that an authority gives; nothing stands for «not available», which is not zero. */
export const officialForm = z
  .object({
    authority: requiredText(200),
    year,
    measure: z.enum(measures, key('platform.form.missing')),
    available: z.enum(['yes', 'no'], key('platform.form.missing')),
    value: z.string().default(''),
    source: requiredText(300),
  })
  .transform(({ available, value, ...rest }, context) => {
    if (available === 'no') return { ...rest, value: null }
    const read = count(0).safeParse(value)
    if (read.success) return { ...rest, value: read.data }
    context.addIssue({ code: 'custom', path: ['value'], message: key('monitoring.statistics.numberWrong') })
    return z.NEVER
  })

/** How many people live in a region. */
export const populationForm = z.object({
  region: z.string().refine(isRegion, key('platform.form.missing')),
  year,
  people: count(1),
  source: requiredText(300),
})
