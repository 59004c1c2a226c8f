import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { membershipReactivated, membershipSuspended } from '../emails/memberships.ts'
import { lockMember } from '../queries/lock-member.ts'

/** Two coordinators suspend a member as of today: it keeps its place and its people, and has no vote. */
export async function suspendMembership(
  tx: Tx,
  { membership, reason, act }: { membership: string; reason: string; act: string },
): Promise<Outcome> {
  await lockMember(tx, membership)
  const { rowCount } = await tx.execute(sql`
    update network.memberships set status = 'suspended'
    where umbrella_id = platform.current_umbrella() and id = ${membership} and status = 'active'`)
  if (!rowCount) return refuse('network.membership.notActive')
  await tx.execute(sql`
    insert into network.suspensions (umbrella_id, id, membership_id, since, reason, act_id)
    values (platform.current_umbrella(), ${newId()}, ${membership}, network.today(), ${reason}, ${act})`)
  await record(tx, {
    action: 'network.membership_suspended',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
  })
  await membershipSuspended(tx, { membership })
  return { ok: true }
}

/** Two coordinators lift the suspension as of today. */
export async function reactivateMembership(
  tx: Tx,
  { membership, act }: { membership: string; act: string },
): Promise<Outcome> {
  await lockMember(tx, membership)
  const { rowCount } = await tx.execute(sql`
    update network.memberships set status = 'active'
    where umbrella_id = platform.current_umbrella() and id = ${membership} and status = 'suspended'`)
  if (!rowCount) return refuse('network.membership.notSuspended')
  await tx.execute(sql`
    update network.suspensions set until = greatest(network.today(), since), lifted_under = ${act}
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and until is null`)
  await record(tx, {
    action: 'network.membership_reactivated',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
  })
  await membershipReactivated(tx, { membership })
  return { ok: true }
}
