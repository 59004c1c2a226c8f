import * as z from 'zod'
import { checkForm, type FormValues, type Problem } from '#platform/http/form.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { consentUses } from './consent-uses.ts'
import { type Step, stepsFor } from './steps.ts'

// The rules of the form. A browser that seals by itself asks them too: nothing of Node and no data may be imported here, and
// no Temporal, which old telephones lack.

export const key = (name: MessageKey): MessageKey => name
const always = { when: () => true }

/** The longest answer in characters: a page of print is about 2,000. */
export const longestAnswer = 20_000

const text = (maximum = longestAnswer) => z.string().trim().max(maximum).default('')
export const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).default([])

export const whoseReports = ['self', 'other', 'saw'] as const
export const precisions = ['exact', 'range', 'month', 'half_year', 'unknown'] as const
export const reactions = ['police', 'elsewhere', 'refused', 'no'] as const
export const wishes = ['record', 'legal', 'authority', 'call'] as const
/** The bias indicators that somebody who was there can tell of. */
export const signs = [
  'WORDS',
  'SYMBOLS',
  'DIFFERENCE',
  'PLACE',
  'DATE',
  'GROUP',
  'PATTERN',
  'ACTIVITY',
  'NOMOTIVE',
] as const

const whose = z.object({ whose: z.enum(whoseReports, key('monitoring.report.whose.missing')) })
const name = z
  .object({
    naming: z.enum(['anonymous', 'named'], key('monitoring.report.name.choose')),
    name: text(200),
  })
  .refine(({ naming, name }) => naming !== 'named' || name !== '', {
    path: ['name'],
    message: key('monitoring.report.name.missing'),
    ...always,
  })
const what = z.object({
  what: z.string().trim().max(longestAnswer).min(1, key('monitoring.report.what.missing')),
})
const when = z.object({ precision: z.enum(precisions).default('unknown') })

/** What the rules ask about the world. `today`: as ISO text. */
export type World = { today: () => string; isRegion: (code: string) => boolean }

// One problem at a time: what is no day is not in the future either.
const dayIn = ({ today }: World) =>
  z
    .string()
    .default('')
    .transform((value, context) => {
      const isDay = z.iso.date().safeParse(value).success && value >= '1950-01-01'
      if (!isDay) context.addIssue({ code: 'custom', message: key('monitoring.report.day.missing') })
      else if (value > today())
        context.addIssue({ code: 'custom', message: key('monitoring.report.day.future') })
      return value
    })
const yearIn = ({ today }: World) =>
  z
    .string()
    .regex(/^(19|20)\d\d$/, key('monitoring.report.day.yearMissing'))
    .refine(value => value <= today().slice(0, 4), key('monitoring.report.day.future'))

function daysIn(world: World) {
  const [day, year] = [dayIn(world), yearIn(world)]
  return {
    exact: z.object({ day }),
    range: z.object({ from: day, until: day }).refine(({ from, until }) => from <= until, {
      path: ['until'],
      message: key('monitoring.report.day.backwards'),
    }),
    month: z.object({
      month: z.string().regex(/^(0[1-9]|1[0-2])$/, key('monitoring.report.day.monthMissing')),
      year,
    }),
    half_year: z.object({ half: z.enum(['1', '2'], key('monitoring.report.day.halfMissing')), year }),
    unknown: z.object({}),
  }
}

const whereIn = ({ isRegion }: World) =>
  z
    .object({
      online: z.literal('yes').optional(),
      region: text(10).refine(value => value === '' || isRegion(value), key('platform.form.invalid')),
      town: text(120),
      place: text(2000),
    })
    .transform(({ online, ...place }) => ({ ...place, online: online === 'yes' }))
const wish = z
  .object({ wishes: listOf(wishes), contact: text(500), safely: text(500) })
  .refine(({ wishes }) => !wishes.includes('record') || wishes.length === 1, {
    path: ['wishes'],
    message: key('monitoring.report.wish.either'),
    ...always,
  })
  .refine(({ wishes, contact }) => !wishes.includes('call') || contact.trim() !== '', {
    path: ['contact'],
    message: key('monitoring.report.wish.contactMissing'),
    ...always,
  })

const precisionOf = (values: FormValues) =>
  when.safeParse(values).data?.precision ?? ('unknown' satisfies (typeof precisions)[number])

const whom = z.object({ whom: text() })
const why = z.object({ signs: listOf(signs), why: text() })
const after = z.object({ reported: z.enum([...reactions, '']).default(''), after: text() })
const consents = z.object({ uses: listOf(consentUses) })

const whole = z.object({
  ...whose.shape,
  ...name.shape,
  ...what.shape,
  ...whom.shape,
  ...why.shape,
  ...after.shape,
  ...wish.shape,
  ...consents.shape,
})

type ToldDay =
  | z.output<ReturnType<typeof daysIn>['exact' | 'range' | 'month' | 'half_year']>
  // Nobody knows when it was.
  | object

/** A report as it was told, after every question was checked. */
export type ToldReport = z.output<typeof whole> & {
  when: ToldDay & { precision: (typeof precisions)[number] }
  where: z.output<ReturnType<typeof whereIn>>
}

/** A problem with the question on which it stands. */
export type StepProblem = Problem & { step: Step }

/** The whole report, or everything that is wrong with it. */
export type CheckedReport = { ok: true; report: ToldReport } | { ok: false; problems: StepProblem[] }

/** The rules of the form: what is wrong with the answer to one question, and the whole report once nothing is. */
export function reportRules(world: World) {
  const [days, where, empty] = [daysIn(world), whereIn(world), z.object({})]
  const forms = {
    whose,
    name,
    what,
    when,
    where,
    whom,
    why,
    after,
    files: empty,
    wish,
    consents,
    review: empty,
  }

  function problemsOf(step: Step, values: FormValues): Problem[] {
    const checked = checkForm(values, step === 'day' ? days[precisionOf(values)] : forms[step])
    return checked.ok ? [] : checked.problems
  }

  function checkReport(values: FormValues): CheckedReport {
    const problems = stepsFor(values).flatMap(step =>
      problemsOf(step, values).map(problem => ({ ...problem, step })),
    )
    if (problems.length > 0) return { ok: false, problems }
    const precision = precisionOf(values)
    return {
      ok: true,
      report: {
        ...whole.parse(values),
        when: { precision, ...days[precision].parse(values) },
        where: where.parse(values),
      },
    }
  }

  return { problemsOf, checkReport }
}

/** What may stand in the open of when and where it was: a region and months. */
export type Shadow = {
  region: string | null
  month: string | null
  monthUntil: string | null
  precision: Exclude<(typeof precisions)[number], 'unknown'> | null
}

/** The shadow of a report. */
export function shadowOf({ when, where }: Pick<ToldReport, 'when' | 'where'>): Shadow {
  const monthOf = (day: string) => `${day.slice(0, 7)}-01`
  const region = where.online || where.region === '' ? null : where.region
  const nothing: Shadow = { region, month: null, monthUntil: null, precision: null }
  if ('day' in when) return { ...nothing, month: monthOf(when.day), precision: 'exact' }
  if ('from' in when) {
    return {
      ...nothing,
      month: monthOf(when.from),
      monthUntil: monthOf(when.until),
      precision: 'range',
    }
  }
  if ('month' in when) return { ...nothing, month: `${when.year}-${when.month}-01`, precision: 'month' }
  if ('half' in when) {
    const month = `${when.year}-${when.half === '1' ? '01' : '07'}-01`
    return { ...nothing, month, precision: 'half_year' }
  }
  return nothing
}
