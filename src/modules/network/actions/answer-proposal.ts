import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { changesAnswered } from '../emails/proposals.ts'
import { applyChanges, type ProposedField } from '../organisation-profile.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import type { ProposalView } from '../queries/proposals.ts'
import { saveProfile } from './save-profile.ts'

// Only what is still open is closed: two of the organisation's people may answer at once.
async function close(
  tx: Tx,
  { id }: ProposalView,
  status: 'accepted' | 'refused' | 'withdrawn',
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update network.proposals set status = ${status}, decided_by = platform.current_account(), decided_at = now()
    where id = ${id} and status = 'proposed'`)
  return rowCount === 1
}

async function tellAnswer(
  tx: Tx,
  before: ProfileView,
  proposal: ProposalView,
  action: 'accepted' | 'refused',
  fields: string[],
) {
  await record(tx, {
    action: action === 'accepted' ? 'network.change_accepted' : 'network.change_refused',
    member: before.membership,
    subject: { type: 'proposal', id: proposal.id },
    visibility: 'members',
    detail: { fields },
  })
  const about = { proposal: proposal.id, organisation: before.id, membership: before.membership }
  await changesAnswered(tx, about, proposal.proposedBy)
}

/**
 * The organisation's own people accept what they chose of a proposal; nothing chosen refuses all of it. Refused as a value
 * when somebody has answered already, or when the profile changed at this very moment.
 */
export async function answerProposal(
  tx: Tx,
  before: ProfileView,
  proposal: ProposalView,
  accepted: readonly ProposedField[],
): Promise<Outcome<{ accepted: boolean }>> {
  const isAccepted = accepted.length > 0
  if (!(await close(tx, proposal, isAccepted ? 'accepted' : 'refused')))
    return refuse('network.proposal.answered')
  if (isAccepted) {
    const saved = await saveProfile(
      tx,
      before,
      before.version,
      applyChanges(before.profile, proposal.changes, accepted),
    )
    if (!saved.ok) return saved
  }
  await tellAnswer(tx, before, proposal, isAccepted ? 'accepted' : 'refused', [...accepted])
  return { ok: true, accepted: isAccepted }
}

/** Whoever proposed takes it back while nobody has answered. */
export async function withdrawProposal(
  tx: Tx,
  before: ProfileView,
  proposal: ProposalView,
): Promise<Outcome> {
  if (!(await close(tx, proposal, 'withdrawn'))) return refuse('network.proposal.answered')
  await record(tx, {
    action: 'network.change_withdrawn',
    member: before.membership,
    subject: { type: 'proposal', id: proposal.id },
    visibility: 'members',
  })
  return { ok: true }
}
