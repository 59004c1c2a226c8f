import * as z from 'zod'
import type { FoundingRule } from '#platform/http/module.ts'
import { type Localised, locales } from '#platform/i18n/index.ts'
import { accentNames } from '#ui/index.ts'

/** How many topics the page offers that the coalition leaves to others. */
export const topicCount = 3

/** Zones of the countries where coalitions of ours work; the first two are most likely. */
export const zones = [
  'Europe/Kyiv',
  'Europe/Warsaw',
  'Europe/Amsterdam',
  'Europe/Athens',
  'Europe/Belgrade',
  'Europe/Berlin',
  'Europe/Bratislava',
  'Europe/Brussels',
  'Europe/Bucharest',
  'Europe/Budapest',
  'Europe/Chisinau',
  'Europe/Copenhagen',
  'Europe/Dublin',
  'Europe/Helsinki',
  'Europe/Lisbon',
  'Europe/Ljubljana',
  'Europe/London',
  'Europe/Luxembourg',
  'Europe/Madrid',
  'Europe/Malta',
  'Europe/Paris',
  'Europe/Prague',
  'Europe/Riga',
  'Europe/Rome',
  'Europe/Sofia',
  'Europe/Stockholm',
  'Europe/Tallinn',
  'Europe/Vienna',
  'Europe/Vilnius',
  'Europe/Zagreb',
  'Europe/Zurich',
] as const

/** The countries of those zones. */
export const countries = [
  'UA',
  'PL',
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MD',
  'MT',
  'NL',
  'PT',
  'RO',
  'RS',
  'SE',
  'SI',
  'SK',
] as const

const words = (most: number) => z.record(z.string(), z.string().trim().max(most))
const text = (most: number) => words(most).optional()
const filled = (value: Localised | undefined): Localised =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, part]) => part?.trim()))

const day = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null
  try {
    return Temporal.PlainDate.from(typed.trim())
  } catch {
    context.addIssue({ code: 'custom', message: 'platform.form.invalid' })
    return z.NEVER
  }
})

const number = ({ minimum, maximum }: FoundingRule) =>
  z.coerce
    .number('people.firstRun.ruleNumber')
    .int('people.firstRun.ruleNumber')
    .min(minimum, 'people.firstRun.ruleRange')
    .max(maximum, 'people.firstRun.ruleRange')

// `admission.objection_days` as the name of an input: a dot would be read as part of a key.
export const ruleField = (key: string) => `rule-${key.replace('.', '-')}`
export const topicField = (n: number) => `topic${n}`

const topics = Array.from({ length: topicCount }, (_, n) => topicField(n))

/** The form of an umbrella's first page, for the rules that the rooms of this program know. */
export function firstRunForm(rules: readonly FoundingRule[]) {
  return z
    .object({
      name: words(200)
        .refine(value => Object.keys(filled(value)).length > 0, 'platform.form.missing')
        // A form without any part of it posts no name at all.
        .prefault({}),
      about: text(4000),
      locales: z
        .array(z.enum(locales), 'people.firstRun.localesMissing')
        .min(1, 'people.firstRun.localesMissing'),
      zone: z.enum(zones),
      country: z.enum(countries).or(z.literal('').transform(() => null)),
      founded: day,
      accent: z.enum(accentNames),
      step: z.enum(['save', 'settle']),
      ...Object.fromEntries(topics.map(name => [name, text(200)])),
      ...Object.fromEntries(rules.map(rule => [ruleField(rule.key), number(rule)])),
    })
    .transform(values => {
      const given: Record<string, unknown> = values
      return {
        ...values,
        name: filled(values.name),
        about: filled(values.about),
        outOfScope: topics
          .map(name => filled(given[name] as Localised))
          .filter(topic => Object.keys(topic).length > 0),
        rules: rules.map(({ key }) => ({ key, value: given[ruleField(key)] as number })),
      }
    })
}

export type FirstRun = z.output<ReturnType<typeof firstRunForm>>
