import { type Capacity, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { Form, MandateStatus, MembershipStatus } from '../schema/memberships.ts'

/** How the viewer stands for a member today, also while it is suspended; null for everybody else. */
export type Standing = Capacity['mandate'] | null

export type MemberFace = { form: Form; status: MembershipStatus; standing: Standing }

export type MandateFace = {
  status: MandateStatus
  personId: string
  proposedBy: string
  /** Representatives of the member today who are neither the holder nor the proposer. */
  seconds: number
}

const hasPeople = (member: MemberFace) => member.form !== 'individual' && member.status !== 'ended'

/** The member's own people; a coordinator too, because a member that lost all its people would be lost itself. */
export const canProposeMandate = (viewer: Viewer, member: MemberFace) =>
  hasPeople(member) && (member.standing !== null || isCoordinator(viewer))

/** In which capacity the viewer is the second person who confirms, or null. */
export function confirmsAs(
  viewer: Viewer,
  member: MemberFace,
  mandate: MandateFace,
): 'member' | 'coordinator' | null {
  const { account } = viewer
  if (mandate.status !== 'proposed' || !hasPeople(member) || account === null) return null
  if (account === mandate.personId || account === mandate.proposedBy) return null
  if (member.standing !== null) return 'member'
  return isCoordinator(viewer) && mandate.seconds === 0 ? 'coordinator' : null
}

/** Who could confirm may refuse; the holder declines, the proposer takes back. */
export const canRefuseMandate = (viewer: Viewer, member: MemberFace, mandate: MandateFace) =>
  mandate.status === 'proposed' &&
  viewer.account !== null &&
  (viewer.account === mandate.personId ||
    viewer.account === mandate.proposedBy ||
    confirmsAs(viewer, member, mandate) !== null)

/** The holder, and everybody else who acts for the member. */
export const canEndMandate = (viewer: Viewer, member: MemberFace, mandate: MandateFace) =>
  mandate.status === 'confirmed' &&
  viewer.account !== null &&
  (viewer.account === mandate.personId || (member.standing !== null && hasPeople(member)))

/** A coordinator does not end a mandate but proposes it to a second one. */
export const canProposeEndOfMandate = (viewer: Viewer, member: MemberFace, mandate: MandateFace) =>
  mandate.status === 'confirmed' && isCoordinator(viewer) && !canEndMandate(viewer, member, mandate)

/** Who invited takes it back; a coordinator any, as on the page of all invitations. */
export const canWithdrawInvitation = (viewer: Viewer, invitation: { invitedBy: string }) =>
  isCoordinator(viewer) || invitation.invitedBy === viewer.account

/** Everybody inside knows who acts today; the holder and the proposer follow their own, also before they belong. */
export const canSeeMandate = (
  viewer: Viewer,
  member: MemberFace,
  mandate: MandateFace & { inForce: boolean },
) =>
  seesMandateHistory(viewer, member) ||
  (viewer.account !== null &&
    (viewer.account === mandate.personId || viewer.account === mandate.proposedBy)) ||
  (mandate.inForce && isInside(viewer))

/** What is proposed and what is over concerns the member's own people and the coordinators. */
export const seesMandateHistory = (viewer: Viewer, member: MemberFace) =>
  member.standing !== null || isCoordinator(viewer)
