import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import type { SecretChoice } from '../schema/secret.ts'

const refusals = {
  ballot_in_time: 'initiatives.secret.over',
  secret_elector: 'initiatives.secret.noElector',
  mandate_in_force: 'initiatives.secret.noMandate',
  secret_once: 'initiatives.secret.votedAlready',
  one_member_per_person: 'initiatives.secret.otherMember',
} as const satisfies Record<string, MessageKey>

/**
 * The member's secret ballot, once: it cannot be changed, because nobody could tell which one to take out. Leaves no journal
 * entry, no mail and no time. Refused after the end, for a member that has voted (by another representative at the same
 * moment, too), without a mandate of today, and to a person who has voted for another member.
 */
export const castSecretBallot = (
  tx: Tx,
  { decision, membership, choice }: { decision: string; membership: string; choice: SecretChoice },
): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    await tx.execute(sql`select initiatives.cast_secret(${decision}, ${membership}, ${choice})`)
    return { ok: true }
  })
