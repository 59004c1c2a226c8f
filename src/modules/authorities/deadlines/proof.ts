import type { Cite } from './cite.ts'
import type { Text } from './text.ts'

/** The sentence of a step; `proof-words.ts` says it in words. */
export const sentences = [
  ...(['starts', 'starts_hour', 'hour_unknown', 'length', 'further', 'weekends', 'skipped'] as const),
  ...(['works', 'ends', 'month_end', 'rolled', 'due', 'due_hour', 'named', 'named_uncapped'] as const),
] as const
export type Sentence = (typeof sentences)[number]

/** One step of how a date came about, as plain JSON: it is kept beside the date and printed years later. */
export type Step = {
  sentence: Sentence
  values: Record<string, string | number>
  /** What a day off is called, in the languages of the interface. */
  name?: Text
  cite: Cite | null
  /** The calendar that was asked, such as `UA 1`; null where none was. */
  calendar: string | null
}

/** What a lawful extension adds: the day that the body named, and how far the law would have let it go. */
export const namedStep = (day: string, cap: string | null): Step => ({
  ...{ sentence: cap ? 'named' : 'named_uncapped', cite: null, calendar: null },
  values: { day, ...(cap ? { cap } : {}) },
})
