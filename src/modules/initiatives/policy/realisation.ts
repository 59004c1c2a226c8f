import { capacityFor, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { PledgeStatus, RealisationStatus } from '../schema/realisation.ts'

/** What decides who may do what. */
export type RealisationFace = {
  status: RealisationStatus
  membershipId: string
  group: readonly { membershipId: string }[]
  takeover: { membershipId: string } | null
}

const isOpen = ({ status }: Pick<RealisationFace, 'status'>) => status === 'running' || status === 'stalled'

/** Memberships of the working group for which the viewer acts, in the group's order. */
export const ownInGroup = (viewer: Viewer, { group }: Pick<RealisationFace, 'group'>): string[] =>
  group.map(({ membershipId }) => membershipId).filter(id => capacityFor(viewer, id) !== undefined)

/** Members and partners take part. */
export const canTakePart = (viewer: Viewer) => viewer.capacities.length > 0

/** Tasks, milestones, needs, reports, money and the result are the working group's. */
export const canWork = (viewer: Viewer, realisation: RealisationFace) =>
  isOpen(realisation) && ownInGroup(viewer, realisation).length > 0

/** Memberships of the viewer that could join the group. */
export const couldJoin = (viewer: Viewer, realisation: RealisationFace): string[] =>
  isOpen(realisation)
    ? viewer.capacities
        .map(({ membership }) => membership)
        .filter(id => !realisation.group.some(({ membershipId }) => membershipId === id))
    : []

/** A member leaves when it likes; who answers for the work first finds somebody else. */
export const canLeaveGroup = (viewer: Viewer, realisation: RealisationFace, membership: string) =>
  isOpen(realisation) &&
  realisation.membershipId !== membership &&
  ownInGroup(viewer, realisation).includes(membership)

export const canPledge = (viewer: Viewer, realisation: RealisationFace) =>
  isOpen(realisation) && canTakePart(viewer)

type PledgeFace = { status: PledgeStatus; membershipId: string }

/** The giver changes or withdraws a promise as long as nothing has come. */
export const canChangePledge = (viewer: Viewer, realisation: RealisationFace, pledge: PledgeFace) =>
  isOpen(realisation) && pledge.status === 'pledged' && capacityFor(viewer, pledge.membershipId) !== undefined

/** Members of the group for which the viewer can say that a gift came: never the giver, unless it works alone. */
export function receiving(viewer: Viewer, realisation: RealisationFace, giver: string): string[] {
  const own = ownInGroup(viewer, realisation)
  if (realisation.group.every(({ membershipId }) => membershipId === giver)) return own
  return capacityFor(viewer, giver) === undefined ? own : []
}

/** Who received it says that it came, and takes that back when it was a mistake. */
export const canConfirmPledge = (viewer: Viewer, realisation: RealisationFace, pledge: PledgeFace) =>
  isOpen(realisation) &&
  pledge.status !== 'withdrawn' &&
  receiving(viewer, realisation, pledge.membershipId).length > 0

/** Memberships with a vote for which the viewer may offer to take over what has stalled. */
export const couldTakeOver = (viewer: Viewer, realisation: RealisationFace): string[] =>
  realisation.status === 'stalled' && realisation.takeover === null
    ? viewer.capacities
        .filter(({ form, membership }) => form !== 'agreement' && membership !== realisation.membershipId)
        .map(({ membership }) => membership)
    : []

/** Who answers for it today may agree at once. */
export const canAgreeToTakeover = (viewer: Viewer, realisation: RealisationFace) =>
  realisation.status === 'stalled' &&
  realisation.takeover !== null &&
  capacityFor(viewer, realisation.membershipId) !== undefined

export const canWithdrawTakeover = (viewer: Viewer, realisation: RealisationFace) =>
  realisation.takeover !== null && capacityFor(viewer, realisation.takeover.membershipId) !== undefined

/** Receipts bear names and account numbers: for the people inside. */
export const canSeeReceipts = (viewer: Viewer) => isInside(viewer)
