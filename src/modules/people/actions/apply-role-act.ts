import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Act } from '#platform/http/module.ts'
import type { Role } from '#platform/http/viewer.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { renewTeamKeys } from '#platform/vault/index.ts'
import { roleChanged } from '../emails/role-changed.ts'

const refusals = {
  two_coordinators_stay: 'people.refused.lastCoordinators',
  not_ones_own_role: 'people.refused.ownRole',
  one_role_at_a_time: 'people.refused.hasRole',
  custodian_in_team: 'platform.vault.custodianInTeam',
} as const

/** Grants or takes the role of an act that was confirmed in this transaction, and tells the person. */
export async function applyRoleAct(
  tx: Tx,
  kind: 'people.grant_role' | 'people.revoke_role',
  act: Act,
  role: Role,
): Promise<Outcome> {
  return refusingWhenViolated(tx, refusals, async () => {
    await tx.execute(sql`select people.apply_role_act(${act.id})`)
    const granted = kind === 'people.grant_role'
    // Who lost a role opens nothing that is sealed from here on.
    if (!granted) await renewTeamKeys(tx)
    await record(tx, {
      action: granted ? 'people.role_granted' : 'people.role_revoked',
      subject: { type: 'act', id: act.id },
      visibility: 'members',
      detail: { role },
      about: [act.subject],
    })
    await roleChanged(tx, { act: act.id, person: act.subject, role, granted })
    return { ok: true }
  })
}
