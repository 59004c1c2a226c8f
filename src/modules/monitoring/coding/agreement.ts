import type { ChosenCodes } from '../schema/codings.ts'

/** How far two coders agree on one field over many incidents. */
export type Agreement = {
  /** Incidents that both coded. */
  pairs: number
  /** Share of full agreement among them, 0 to 1. */
  observed: number
  /**
   * Cohen's kappa (1960): 1 is full agreement, 0 what chance would give. Where a field takes several codes the weighted
   * kappa (Cohen 1968), with Jaccard's distance between the two sets as its weight. Null where it is not defined: no
   * pairs, or both always chose one and the same code, so that chance alone explains everything.
   */
  kappa: number | null
}

type Choice = readonly string[]

const asChoice = (value: string | string[] | null | undefined): Choice =>
  value === null || value === undefined ? [] : [...new Set([value].flat())].sort()

const keyOf = (choice: Choice): string => choice.join(' ')

// 0 for the same codes, 1 for none in common; with single codes this is the plain yes or no of 1960.
function distance(a: Choice, b: Choice): number {
  const all = new Set([...a, ...b])
  if (all.size === 0) return 0
  return 1 - a.filter(code => b.includes(code)).length / all.size
}

type Share = { choice: Choice; share: number }

function sharesOf(choices: readonly Choice[]): Share[] {
  const groups = Map.groupBy(choices, keyOf)
  return [...groups.values()].map(group => ({ choice: group[0]!, share: group.length / choices.length }))
}

function expectedDistance(first: readonly Share[], second: readonly Share[]): number {
  let sum = 0
  for (const a of first) for (const b of second) sum += a.share * b.share * distance(a.choice, b.choice)
  return sum
}

/** Agreement on one field, given what each of two coders chose for the same incidents, in the same order. */
export function agreementOn(
  pairs: readonly (readonly [string | string[] | null, string | string[] | null])[],
): Agreement {
  if (pairs.length === 0) return { pairs: 0, observed: 0, kappa: null }
  const first = pairs.map(([a]) => asChoice(a))
  const second = pairs.map(([, b]) => asChoice(b))
  const same = first.filter((choice, index) => keyOf(choice) === keyOf(second[index]!)).length
  const between = first.reduce((sum, choice, index) => sum + distance(choice, second[index]!), 0)
  const byChance = expectedDistance(sharesOf(first), sharesOf(second))
  return {
    pairs: pairs.length,
    observed: same / pairs.length,
    kappa: byChance === 0 ? null : 1 - between / pairs.length / byChance,
  }
}

/** Agreement per field over incidents that two people coded. A field that one of them left empty counts as empty. */
export function agreementByField(
  pairs: readonly (readonly [ChosenCodes, ChosenCodes])[],
): Record<string, Agreement> {
  const fields = new Set(pairs.flat().flatMap(codes => Object.keys(codes)))
  return Object.fromEntries(
    [...fields].map(field => [
      field,
      agreementOn(pairs.map(([a, b]) => [a[field] ?? null, b[field] ?? null])),
    ]),
  )
}
