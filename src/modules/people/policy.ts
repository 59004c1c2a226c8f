import { isAmongMembers, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import type { ActStatus } from './schema/people.ts'

/** What the rules look at in a two-person act. */
export type ActFace = {
  kind: string
  subjectId: string
  status: ActStatus
  proposedBy: string
  proposerMembers: readonly string[]
}

/** Who holds which role is known to members and coordinators, not to partners: some roles put their holder at risk. */
export const seesRoles = (viewer: Viewer) => isAmongMembers(viewer)

/** Sees two-person acts and proposes them. */
export const takesPartInActs = (viewer: Viewer) => isCoordinator(viewer)

/** The roles whose holders are a team: what is sealed for it, all of them can read. */
export const teamKinds: readonly TeamKind[] = ['monitor', 'lawyer', 'operator']

/** Of a team: can be let in to what is sealed for it. */
export const isOfTeam = (viewer: Viewer, kind: TeamKind) => viewer.roles.includes(kind)

/** Sees who is in a team and the public halves of their keys. Coordinators look after the team, and open nothing. */
export const seesTeam = (viewer: Viewer, kind: TeamKind) => isCoordinator(viewer) || isOfTeam(viewer, kind)

/** Gives a team another key: who is of it, and coordinators, as when somebody has to go at once. */
export const keepsTeam = (viewer: Viewer, kind: TeamKind) => isCoordinator(viewer) || isOfTeam(viewer, kind)

/** Sees the pages of some team. */
export const seesVault = (viewer: Viewer) => teamKinds.some(kind => seesTeam(viewer, kind))

/** Can be concerned by a recovery: the vault's people, and whoever acts for a member and so may keep a share. */
export const meetsRecovery = (viewer: Viewer) => seesVault(viewer) || isAmongMembers(viewer)

/** Invites, and sees whom others have invited. */
export const seesInvitations = (viewer: Viewer) => isCoordinator(viewer)

/** Completes the first page of an umbrella. */
export const settlesUmbrella = (viewer: Viewer) => isCoordinator(viewer)

const actsForMemberOf = (viewer: Viewer, members: readonly string[]) =>
  viewer.capacities.some(capacity => members.includes(capacity.membership))

/** Why a viewer cannot be the second person of an act; null when they can. */
export type SecondPersonProblem = 'decided' | 'outsider' | 'proposer' | 'same-member' | 'own-role'

/**
 * The second person is another coordinator, who acts for no member that the proposer acts for, and does not confirm a
 * role of their own. The database holds the same (`people.guard_act`, `people.apply_role_act`).
 */
export function secondPersonProblem(viewer: Viewer, act: ActFace): SecondPersonProblem | null {
  if (!isCoordinator(viewer)) return 'outsider'
  if (act.status !== 'proposed') return 'decided'
  if (act.proposedBy === viewer.account) return 'proposer'
  if (act.kind === 'people.grant_role' && act.subjectId === viewer.account) return 'own-role'
  return actsForMemberOf(viewer, act.proposerMembers) ? 'same-member' : null
}

/** May confirm or refuse the act. */
export const canDecideAct = (viewer: Viewer, act: ActFace) => secondPersonProblem(viewer, act) === null

/** Only who proposed an act takes it back. */
export const canWithdrawAct = (viewer: Viewer, act: ActFace) =>
  isCoordinator(viewer) && act.status === 'proposed' && act.proposedBy === viewer.account

/** What the rules look at in an invitation. */
export type InvitationFace = { acceptedAt: unknown; withdrawnAt: unknown; expired: boolean }

export const isInvitationOpen = (invitation: InvitationFace) =>
  invitation.acceptedAt === null && invitation.withdrawnAt === null && !invitation.expired

export const canWithdrawInvitation = (viewer: Viewer, invitation: InvitationFace & { invitedBy: string }) =>
  isInvitationOpen(invitation) && (isCoordinator(viewer) || invitation.invitedBy === viewer.account)
