import type { FormValues } from '#platform/http/form.ts'

/** One question a page, in the order in which they are asked. */
export const steps = [
  'whose',
  'name',
  'what',
  'when',
  'day',
  'where',
  'whom',
  'why',
  'after',
  'files',
  'wish',
  'consents',
  'review',
] as const
export type Step = (typeof steps)[number]

/** The inputs of each question. Whatever else is posted is dropped. */
const fieldsOf: Record<Step, readonly string[]> = {
  whose: ['whose'],
  name: ['naming', 'name'],
  what: ['what'],
  when: ['precision'],
  day: ['day', 'from', 'until', 'month', 'half', 'year'],
  where: ['online', 'region', 'town', 'place'],
  whom: ['whom'],
  why: ['signs', 'why'],
  after: ['reported', 'after'],
  files: [],
  wish: ['wishes', 'contact', 'safely'],
  consents: ['uses'],
  review: [],
}

export const isStep = (value: unknown): value is Step => (steps as readonly unknown[]).includes(value)

const asksForDay = ({ precision }: FormValues) => precision !== undefined && precision !== 'unknown'

/** The questions that are asked after these answers: a day only where one is known. */
export const stepsFor = (values: FormValues): Step[] =>
  steps.filter(step => step !== 'day' || asksForDay(values))

/** The question before or after one of them. */
export function neighbour(values: FormValues, step: Step, way: 1 | -1): Step {
  const asked = stepsFor(values)
  // The day is left out as soon as it is not known any more, also while it is shown.
  const at = asked.includes(step) ? asked.indexOf(step) : asked.indexOf('when')
  return asked[Math.max(0, Math.min(asked.length - 1, at + way))]!
}

/** What was answered before, with what was posted for one question: boxes that are not ticked are not posted at all. */
export function withAnswers(values: FormValues, step: Step, body: Record<string, unknown>): FormValues {
  const merged: FormValues = { ...values }
  for (const name of fieldsOf[step]) {
    const listed = body[`${name}[]`]
    const given = listed === undefined ? body[name] : [listed].flat()
    const texts = [given].flat().filter(value => typeof value === 'string')
    if (texts.length === 0) delete merged[name]
    else merged[name] = listed === undefined ? texts[0] : texts
  }
  return merged
}
