import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { authorize, found } from '#platform/http/errors.ts'
import type { InvitationPurpose } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { canWithdrawInvitation, isInvitationOpen } from '../policy.ts'
import { invitationById, invitationToAccept, type StoredInvitation } from '../queries/invitations.ts'

async function close(tx: Tx, { id }: StoredInvitation, how: 'accepted' | 'withdrawn'): Promise<void> {
  // The address was needed to send the mail; it belongs to a person who has their own account now, or wants none.
  await tx.execute(
    how === 'accepted'
      ? sql`update people.invitations set address = null, accepted_at = now(), accepted_by = platform.current_account()
          where umbrella_id = platform.current_umbrella() and id = ${id}`
      : sql`update people.invitations set address = null, withdrawn_at = now()
          where umbrella_id = platform.current_umbrella() and id = ${id}`,
  )
  await record(tx, {
    action: `people.invitation_${how}`,
    subject: { type: 'invitation', id },
    visibility: 'members',
  })
}

/** The person of the scope accepts: the purpose does its part, and the person belongs to the umbrella from now on, unless it is for people outside. */
export async function acceptInvitation(
  tx: Tx,
  token: string,
  person: string,
  purposes: ReadonlyMap<string, InvitationPurpose>,
): Promise<Outcome<{ path?: string }>> {
  const invitation = found(await invitationToAccept(tx, token))
  if (!isInvitationOpen(invitation)) return refuse('people.refused.invitationClosed')
  const purpose = purposes.get(invitation.purpose)
  if (!purpose) throw new Error(`no room defines invitations as ${invitation.purpose}`)
  return refusingWhenViolated(tx, {}, async () => {
    if (!purpose.outside) {
      await tx.execute(sql`
        insert into people.affiliations (umbrella_id, person_id) values (platform.current_umbrella(), ${person})
        on conflict do nothing`)
    }
    // Accepted first: what the purpose does may ask the database whether it was. A refusal undoes both.
    await close(tx, invitation, 'accepted')
    const { id, payload, invitedBy } = invitation
    return purpose.accept(tx, { id, payload, invitedBy }, person)
  })
}

/** Takes an invitation back. Coordinators can withdraw any, others their own. */
export async function withdrawInvitation(tx: Tx, viewer: Viewer, id: string): Promise<Outcome> {
  const invitation = found(await invitationById(tx, id))
  if (!isInvitationOpen(invitation)) return refuse('people.refused.invitationClosed')
  authorize(canWithdrawInvitation(viewer, invitation))
  await close(tx, invitation, 'withdrawn')
  return { ok: true }
}
