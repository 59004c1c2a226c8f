import type { Tx } from '#platform/database/scope.ts'
import type { DeclaredRule } from '#platform/http/module.ts'
import { ruleInForce } from '#platform/umbrellas/rules.ts'

/** How long a letter stays open for the signatures of other members. */
export const signingDays: DeclaredRule = {
  key: 'authorities.signing_days',
  label: 'authorities.letter.rule.signingDays',
  minimum: 1,
  maximum: 60,
  fallback: 7,
}

/** That rule as it is in force now. */
export const signingDaysNow = (tx: Tx) =>
  ruleInForce<number>(
    tx,
    signingDays.key,
    signingDays.fallback,
    (value): value is number =>
      Number.isInteger(value) && Number(value) >= signingDays.minimum && Number(value) <= signingDays.maximum,
  )
