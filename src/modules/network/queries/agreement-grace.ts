import type { Tx } from '#platform/database/scope.ts'
import type { FoundingRule } from '#platform/http/module.ts'
import { ruleInForce } from '#platform/umbrellas/rules.ts'

/** Days after the end of its term in which a partner stays one while the agreement is being renewed. */
export const agreementGraceRule = {
  key: 'agreement.grace_days',
  label: 'network.rule.graceDays',
  hint: 'network.rule.graceDaysHint',
  minimum: 0,
  maximum: 365,
  fallback: 30,
} as const satisfies FoundingRule

const { key, fallback, minimum, maximum } = agreementGraceRule
const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum

/** The grace in force, with the version of the rule. */
export const agreementGrace = (tx: Tx) => ruleInForce<number>(tx, key, fallback, isDays)
