import type { Tx } from '#platform/database/scope.ts'
import type { DeclaredRule } from '#platform/http/module.ts'
import { type RuleInForce, ruleInForce } from '#platform/umbrellas/rules.ts'

/** Months between two releases at least: three are a quarter. */
export const releaseMonths: DeclaredRule = {
  key: 'monitoring.release_months',
  label: 'monitoring.statistics.ruleMonths',
  minimum: 1,
  maximum: 12,
  fallback: 3,
}

const fits = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= releaseMonths.minimum &&
  value <= releaseMonths.maximum

/** How many months lie between two releases, as it is in force now. */
export const releaseMonthsOf = (tx: Tx): Promise<RuleInForce<number>> =>
  ruleInForce(tx, releaseMonths.key, releaseMonths.fallback, fits)
