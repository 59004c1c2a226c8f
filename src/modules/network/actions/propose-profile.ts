import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { changesProposed } from '../emails/proposals.ts'
import { changesBetween, type OrganisationProfile } from '../organisation-profile.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'

/**
 * A coordinator's changes to an organisation that has its own people, or belongs elsewhere too: they wait for its answer.
 * Refused when nothing would change.
 */
export async function proposeProfile(
  tx: Tx,
  before: ProfileView,
  profile: OrganisationProfile,
): Promise<Outcome<{ proposal: string }>> {
  const changes = changesBetween(before.profile, profile)
  if (Object.keys(changes).length === 0) return refuse('network.proposal.nothing')
  const proposal = newId()
  await tx.execute(sql`
    insert into network.proposals (umbrella_id, id, organisation_id, changes, source, proposed_by)
    values (platform.current_umbrella(), ${proposal}, ${before.id}, ${JSON.stringify(changes)}::jsonb, 'coordinator',
      platform.current_account())`)
  await record(tx, {
    action: 'network.change_proposed',
    member: before.membership,
    subject: { type: 'proposal', id: proposal },
    visibility: 'members',
    detail: { fields: Object.keys(changes) },
  })
  await changesProposed(tx, { proposal, organisation: before.id, membership: before.membership })
  return { ok: true, proposal }
}
