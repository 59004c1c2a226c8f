import type { ProposalStepKind, Route, Stage } from './schema/proposals.ts'

/** The stages of each route in their order, as its picture shows them. */
export const stagesOf: Readonly<Record<Route, readonly Stage[]>> = {
  commissioner: ['prepared', 'placed', 'discussed', 'recommended', 'bill', 'law'],
  coalition: ['prepared', 'approved', 'submitted', 'answered', 'law'],
}

const ends: readonly Stage[] = ['law', 'declined', 'lapsed']

/** Nothing follows any more. */
export const hasEnded = (stage: Stage): boolean => ends.includes(stage)

const onward: Readonly<Record<Route, Partial<Record<Stage, readonly ProposalStepKind[]>>>> = {
  commissioner: {
    prepared: ['placed', 'amended'],
    placed: ['discussed', 'returned', 'declined'],
    discussed: ['recommended', 'amended', 'placed', 'returned', 'declined'],
    recommended: ['bill', 'law', 'lapsed'],
    bill: ['law', 'lapsed'],
  },
  coalition: {
    prepared: ['approved', 'amended'],
    approved: ['submitted', 'declined'],
    submitted: ['answered', 'returned', 'declined', 'lapsed'],
    answered: ['law', 'bill', 'submitted', 'returned', 'declined', 'lapsed'],
    bill: ['law', 'lapsed'],
  },
}

/**
 * What can happen next, the likeliest first. The database holds the same graph (`councils.next_stage`); a test compares them.
 */
export const nextSteps = (route: Route, stage: Stage): readonly ProposalStepKind[] =>
  onward[route][stage] ?? []

/** How many days a proposal has spent in a stage, all its stays there together. */
export type Stay = { stage: Stage; days: number; lasts: boolean }

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  from.until(to, { largestUnit: 'days' }).days

/** The clock of each stage, in the order in which they were first reached; one that has ended takes no time. */
export function staysOf(
  chain: readonly { stage: Stage; onDay: string }[],
  today: Temporal.PlainDate,
): Stay[] {
  const stays = new Map<Stage, Stay>()
  chain.forEach(({ stage, onDay }, n) => {
    if (hasEnded(stage)) return
    const next = chain[n + 1]
    const stay = stays.get(stage) ?? { stage, days: 0, lasts: false }
    stay.days += days(Temporal.PlainDate.from(onDay), next ? Temporal.PlainDate.from(next.onDay) : today)
    stay.lasts = next === undefined
    stays.set(stage, stay)
  })
  return [...stays.values()]
}

/** What a step has to bring along. */
export const needs: Readonly<
  Record<ProposalStepKind, readonly ('item' | 'letter' | 'document' | 'number' | 'reasons')[]>
> = {
  prepared: [],
  placed: ['item'],
  discussed: [],
  amended: ['reasons'],
  recommended: ['document'],
  returned: ['reasons'],
  declined: ['reasons', 'document'],
  bill: ['number', 'document'],
  approved: ['document'],
  submitted: ['letter'],
  answered: [],
  law: ['number', 'document'],
  lapsed: ['reasons'],
}
