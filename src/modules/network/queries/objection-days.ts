import type { Tx } from '#platform/database/scope.ts'
import type { FoundingRule } from '#platform/http/module.ts'
import { type RuleInForce, ruleInForce } from '#platform/umbrellas/rules.ts'

/** How many whole days members may object to an application: set by the founders, changed by the members' decision. */
export const objectionDaysRule = {
  key: 'admission.objection_days',
  label: 'network.rule.objectionDays',
  hint: 'network.rule.objectionDaysHint',
  minimum: 1,
  maximum: 365,
  fallback: 14,
} as const satisfies FoundingRule

const isPeriod = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= objectionDaysRule.minimum &&
  value <= objectionDaysRule.maximum

/** The objection period in force, with the version of the rule. */
export const objectionDaysInForce = (tx: Tx): Promise<RuleInForce<number>> =>
  ruleInForce<number>(tx, objectionDaysRule.key, objectionDaysRule.fallback, isPeriod)
