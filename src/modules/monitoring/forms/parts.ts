import * as z from 'zod'
import { optionalDay } from '#modules/network/index.ts'
import { key, type MessageKey } from '#platform/i18n/index.ts'
import { isRegion } from '#platform/places/index.ts'
import { isIncidentCode } from '../coding/incident-code.ts'
import { isChoice, type Vocabulary } from '../coding/vocabulary.ts'

/** A code of a vocabulary that can be chosen today, or null. */
export const optionalTerm = (vocabulary: Vocabulary, list: string) =>
  z
    .string()
    .default('')
    .refine(code => code === '' || isChoice(vocabulary, list, code), key('monitoring.coding.termUnknown'))
    .transform(code => code || null)

export const requiredTerm = (vocabulary: Vocabulary, list: string) =>
  z
    .string()
    .default('')
    .refine(code => code !== '', { message: key('platform.form.missing'), abort: true })
    .refine(code => isChoice(vocabulary, list, code), key('monitoring.coding.termUnknown'))

export const severalTerms = (vocabulary: Vocabulary, list: string) =>
  z
    .array(z.string())
    .max(100)
    .default([])
    .transform(codes => [...new Set(codes)])
    .refine(
      codes => codes.every(code => isChoice(vocabulary, list, code)),
      key('monitoring.coding.termUnknown'),
    )

export const region = z
  .string()
  .default('')
  .refine(code => code === '' || isRegion(code), key('platform.form.invalid'))
  .transform(code => code || null)

/** Line breaks as they are everywhere but in browsers: the hash of an archived text must not depend on them. */
const plainBreaks = (text: string) => text.replace(/\r\n?/g, '\n').trim()

export const plainText = (maximum: number) => z.string().max(maximum).default('').transform(plainBreaks)

const readMonth = (typed: string): string | null => {
  const found = /^(\d{4})-(\d{1,2})$/.exec(typed) ?? /^(\d{1,2})[./](\d{4})$/.exec(typed)
  if (!found) return null
  const [year, month] = found[1]!.length === 4 ? [found[1]!, found[2]!] : [found[2]!, found[1]!]
  const plausible = Number(month) >= 1 && Number(month) <= 12 && Number(year) >= 1990 && Number(year) <= 2100
  return plausible ? `${year}-${month.padStart(2, '0')}-01` : null
}

/** The code of an incident as people read it out, in capitals too. */
export const incidentCode = (unread: MessageKey) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .default('')
    .refine(code => code !== '', { message: key('platform.form.missing'), abort: true })
    .refine(isIncidentCode, unread)

/** A month as its first day, written `2026-03` or `3.2026`; null where none was typed. */
export const optionalMonth = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null
    const month = readMonth(typed)
    if (month === null) context.addIssue({ code: 'custom', message: key('monitoring.incident.month.unread') })
    return month
  })

// The furthest east of those who use it: a day that has begun for somebody has begun.
const today = () => Temporal.Now.plainDateISO('Europe/Kyiv').toString()
const future = key('monitoring.report.day.future')

/** A day on which something happened, as ISO text, or null. */
export const pastDay = optionalDay.refine(day => day === null || day <= today(), future)

/** A month in which something happened, as its first day, or null. */
export const pastMonth = optionalMonth.refine(month => month === null || month <= today(), future)

/** A month that must be there. */
export const requiredMonth = pastMonth.transform((month, context) => {
  if (month === null) context.addIssue({ code: 'custom', message: key('platform.form.missing') })
  return month ?? ''
})

/** Why somebody opens what is sealed: the others of the team read it. */
export const reasonForm = z.object({
  reason: z
    .string()
    .trim()
    .max(500)
    .default('')
    .refine(text => text.length >= 3, key('monitoring.incident.opening.reasonMissing')),
})
