import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { coauthorInvited } from '../emails/initiatives.ts'
import { holdInitiative } from '../queries/initiative.ts'

/** Asks another member or partner to write along: its people see the draft from now on. */
export async function inviteCoauthor(tx: Tx, id: string, membership: string): Promise<Outcome> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft') return refuse('initiatives.draft.publishedMeanwhile')
  if (membership === held.membershipId) return refuse('initiatives.coauthor.isInitiator')
  const { rowCount } = await tx.execute(sql`
    insert into initiatives.coauthors (umbrella_id, initiative_id, membership_id, invited_by)
    select s.umbrella_id, ${id}, s.id, platform.current_account() from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} and s.status = 'active'
    on conflict do nothing`)
  if (!rowCount) return refuse('initiatives.coauthor.notNow')
  await record(tx, {
    action: 'initiatives.coauthor_invited',
    member: held.membershipId,
    subject: { type: 'initiative', id },
    visibility: 'sealed',
  })
  await coauthorInvited(tx, { id, title: held.title, membership, by: held.membershipId })
  return { ok: true }
}

/** A member says whether it stands below the text as a co-author. */
export async function answerCoauthorship(
  tx: Tx,
  { id, membership, agreed }: { id: string; membership: string; agreed: boolean },
): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update initiatives.coauthors set agreed_at = ${agreed ? sql`now()` : sql`null`}, declined_at = ${agreed ? sql`null` : sql`now()`}
    where umbrella_id = platform.current_umbrella() and initiative_id = ${id} and membership_id = ${membership}
      and declined_at is null`)
  if (!rowCount) return refuse('initiatives.coauthor.answeredAlready')
  await record(tx, {
    action: agreed ? 'initiatives.coauthor_agreed' : 'initiatives.coauthor_declined',
    member: membership,
    subject: { type: 'initiative', id },
    visibility: 'sealed',
  })
  return { ok: true }
}
