import { isAmongMembers, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { MemberFace } from './mandates.ts'

/** Everybody inside sees who the members are; the people of a suspended member still see their own. */
export const canSeeMembership = (viewer: Viewer, member: MemberFace) =>
  isInside(viewer) || member.standing !== null

/** Leaving is the member's own act: its primary representative, or the individual. A deputy does not give up a seat. */
export const canLeave = (_viewer: Viewer, member: MemberFace) =>
  member.status !== 'ended' && (member.standing === 'primary' || member.standing === 'self')

/** Coordinators propose to each other to end, suspend or reactivate a membership; nobody does it about their own member. */
export const canActOnMembership = (viewer: Viewer, member: MemberFace) =>
  isCoordinator(viewer) && member.status !== 'ended' && member.standing === null

/** An individual writes their own profile, also while suspended. */
export const actsAsIndividual = (viewer: Viewer) => viewer.capacities.some(c => c.mandate === 'self')

/** That its admission was set aside is for members, the secretariat and its own people: partners are not told personal matters. */
export const canSeeAdmission = (viewer: Viewer, member: MemberFace) =>
  isAmongMembers(viewer) || member.standing !== null
