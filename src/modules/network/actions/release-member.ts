import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { withdrawAppointmentsOf } from './ask-about-post.ts'

/**
 * A membership has ended: its agreements end today, what was proposed falls, posts held for it become vacant, nobody is proposed for one on its behalf, its needs and
 * offers are withdrawn with their matches. Called by `endMembership`; the journal tells the end of the membership.
 */
export async function releaseMember(tx: Tx, membership: string): Promise<void> {
  await tx.execute(sql`
    update network.agreements
    set status = case status when 'proposed' then 'withdrawn' else 'ended' end,
      ended_on = case status when 'proposed' then null else greatest(term_from, network.today()) end,
      ended_by = case status when 'proposed' then null else platform.current_account() end,
      end_reason = case status when 'proposed' then null else 'membership_ended' end
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and status in ('proposed', 'confirmed')`)
  await tx.execute(sql`
    update network.post_terms set valid_until = greatest(valid_from, network.today()), end_reason = 'membership_ended',
      called_off = valid_from > network.today()
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership}
      and (valid_until is null or valid_until > network.today())`)
  await withdrawAppointmentsOf(tx, 'membership_id', membership)
  await tx.execute(sql`
    update network.listings set status = 'withdrawn', settled_at = now()
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership} and status = 'open'`)
  await tx.execute(sql`
    update network.matches set status = 'expired'
    where umbrella_id = platform.current_umbrella() and ${membership} in (need_membership, offer_membership)
      and status in ('open', 'accepted')`)
}
