import type { Tx } from '#platform/database/scope.ts'
import type { DeclaredRule } from '#platform/http/module.ts'
import { ruleInForce } from '#platform/umbrellas/rules.ts'

/** After how many days without a step a proposal counts as stalled. */
export const stalledDays: DeclaredRule = {
  key: 'councils.stalled_days',
  label: 'councils.legislation.rule.stalledDays',
  minimum: 14,
  maximum: 730,
  fallback: 90,
}

/** That rule as it is in force now. */
export const stalledDaysNow = (tx: Tx) =>
  ruleInForce<number>(
    tx,
    stalledDays.key,
    stalledDays.fallback,
    (value): value is number =>
      Number.isInteger(value) && Number(value) >= stalledDays.minimum && Number(value) <= stalledDays.maximum,
  )
