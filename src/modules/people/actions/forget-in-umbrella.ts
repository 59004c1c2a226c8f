import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { renewTeamKeys } from '#platform/vault/index.ts'

/** Ends the roles of the scope's own account in this umbrella, and what it has proposed and nobody has answered. */
export async function forgetInUmbrella(tx: Tx): Promise<void> {
  // Taken back while the person still is a coordinator: afterwards nobody could.
  await tx.execute(sql`
    update people.acts set status = 'withdrawn', decided_by = platform.current_account(), decided_at = now()
    where umbrella_id = platform.current_umbrella() and status = 'proposed' and proposed_by = platform.current_account()
      and exists (select from people.roles r where r.umbrella_id = platform.current_umbrella() and r.role = 'coordinator'
        and r.person_id = platform.current_account() and r.valid_until is null)`)
  await tx.execute(sql`select people.give_up_roles()`)
  await renewTeamKeys(tx)
  await tx.execute(sql`
    update people.invitations set withdrawn_at = now(), address = null
    where umbrella_id = platform.current_umbrella() and invited_by = platform.current_account()
      and accepted_at is null and withdrawn_at is null`)
}
