import * as z from 'zod'
import type { MessageKey } from '#platform/i18n/index.ts'
import { isPartialDay } from '../popolo/classes.ts'

const key = (name: MessageKey): MessageKey => name

/** A box that is ticked or not. */
export const ticked = z
  .literal('yes')
  .optional()
  .transform(value => value === 'yes')

/** A text in any number of languages, also none. */
export const texts = (maximum: number) =>
  z
    .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().trim().max(maximum))
    .default({})
    .transform(parts => Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '')))

/** A year, a month or a day, or null. */
export const partialDay = z
  .string()
  .trim()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    if (!isPartialDay(value)) context.addIssue({ code: 'custom', message: key('councils.form.partialDay') })
    return value
  })

export const requiredPartialDay = partialDay.transform((value, context) => {
  if (value === null) context.addIssue({ code: 'custom', message: key('platform.form.missing') })
  return value ?? ''
})

/** A whole number from `least`, or null. */
export const count = (least: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((value, context) => {
      if (value === '') return null
      const number = Number(value)
      if (!/^\d{1,6}$/.test(value) || number < least || number > 100_000) {
        context.addIssue({ code: 'custom', message: key('councils.form.number'), params: {} })
      }
      return number
    })

export const requiredCount = (least: number) =>
  count(least).transform((value, context) => {
    if (value === null) context.addIssue({ code: 'custom', message: key('platform.form.missing') })
    return value ?? least
  })

/** A day and a time as the picker posts them, without zone. */
export const localTime = z
  .string()
  .trim()
  .default('')
  .transform((value, context) => {
    if (value === '') return null
    if (
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value) ||
      !readable(value) ||
      value < '1990' ||
      value > '2101'
    ) {
      context.addIssue({ code: 'custom', message: key('councils.form.time') })
      return null
    }
    return Temporal.PlainDateTime.from(value)
  })

export const requiredLocalTime = localTime.transform((value, context) => {
  if (value === null && context.issues.length === 0) {
    context.addIssue({ code: 'custom', message: key('platform.form.missing') })
  }
  return value ?? new Temporal.PlainDateTime(2000, 1, 1)
})

function readable(value: string): boolean {
  try {
    Temporal.PlainDateTime.from(value)
    return true
  } catch {
    return false
  }
}

/** An address of the web, or null. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .default('')
  .refine(value => value === '' || /^https?:\/\/[^\s]+$/.test(value), key('councils.form.address'))
  .transform(value => value || null)

/** A day that must be there. */
export const dayOf = (value: string) => Temporal.PlainDate.from(value)
