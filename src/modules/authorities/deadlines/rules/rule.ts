import type { CalendarJurisdiction } from '../calendars/calendar.ts'
import type { Cite } from '../cite.ts'
import type { Text } from '../text.ts'

export const units = ['hour', 'day', 'working_day', 'month', 'year'] as const
export type Unit = (typeof units)[number]
export type Length = { count: number; unit: Unit }

/** What sets a period going. */
export const startings = [
  ...(['receipt', 'filing', 'registration', 'opening', 'knowledge', 'refusal', 'publication'] as const),
] as const
export type Starting = (typeof startings)[number]

/**
 * How a longer period is measured: `total` from the same start, `further` from the end of the first one; `named`: the body
 * names a day and no law caps it. `notice`: within what the sender must be told; null means before the first period ends.
 */
export type Extension = { cite: Cite; notice: Length | null } & (
  | { how: 'total' | 'further'; length: Length }
  | { how: 'named' }
)

/** How periods are counted in one branch of law. `roll` is what moves an end that falls on a day off. */
export type Counting = { start: Cite; monthEnd: Cite; workingDays: Cite; roll: Cite }

/** A period that a law gives. */
export type Rule = {
  id: string
  /** Goes up when anything that changes a date changes. */
  version: number
  jurisdiction: CalendarJurisdiction
  what: Text
  cite: Cite
  length: Length
  starts: Starting
  /** Who must act in it: the public body, or whoever wrote to it. */
  who: 'body' | 'sender'
  counting: Counting
  extension: Extension | null
  validFrom: string
  validTo: string | null
  /** What a lawyer should look at, or what the rule does not cover. */
  note: Text | null
}

export type RuleDraft = Omit<
  Rule,
  'version' | 'validTo' | 'note' | 'extension' | 'jurisdiction' | 'counting'
> &
  Partial<Pick<Rule, 'version' | 'validTo' | 'note' | 'extension'>>

/** Rules of one jurisdiction, counted in one way. */
export const rulesOf = (
  jurisdiction: CalendarJurisdiction,
  counting: Counting,
  drafts: readonly RuleDraft[],
): Rule[] =>
  drafts.map(draft => ({
    ...{ version: 1, validTo: null, note: null, extension: null, jurisdiction, counting },
    ...draft,
  }))
