import { type Capacity, capacityFor, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { CommunicationStatus } from '../schema/communications.ts'

/** What decides who may do what with a communication. `membershipId`: whose it is; null for the coalition's own. */
export type CommunicationFace = {
  status: CommunicationStatus
  membershipId: string | null
  through: 'own' | 'coalition'
  cosigners: readonly { membershipId: string }[]
}

/** Members and partners write for themselves, coordinators for the coalition. */
export const canWriteLetters = (viewer: Viewer) => viewer.capacities.length > 0 || isCoordinator(viewer)

/** Writes for this member today; for the coalition itself (null), a coordinator. */
export const writesFor = (viewer: Viewer, membership: string | null): boolean =>
  membership === null ? isCoordinator(viewer) : capacityFor(viewer, membership) !== undefined

export const canChangeDraft = (viewer: Viewer, letter: CommunicationFace) =>
  letter.status === 'draft' && writesFor(viewer, letter.membershipId)

/** Its own people send it in their own name; the coalition's name is given by the secretariat. */
export const canSend = (viewer: Viewer, letter: CommunicationFace) =>
  (letter.status === 'draft' || letter.status === 'signing') &&
  (letter.through === 'coalition' ? isCoordinator(viewer) : writesFor(viewer, letter.membershipId))

export const canWithdraw = (viewer: Viewer, letter: CommunicationFace) =>
  letter.status === 'signing' && writesFor(viewer, letter.membershipId)

const hasSigned = ({ cosigners }: CommunicationFace, membership: string) =>
  cosigners.some(one => one.membershipId === membership)

/** For which members the viewer can join a letter that is open for signing: any but its author. */
export const joiningCapacities = (viewer: Viewer, letter: CommunicationFace): Capacity[] =>
  letter.status !== 'signing'
    ? []
    : viewer.capacities.filter(
        ({ membership }) => membership !== letter.membershipId && !hasSigned(letter, membership),
      )

/** For which members the viewer can take a signature back. */
export const leavingCapacities = (viewer: Viewer, letter: CommunicationFace): Capacity[] =>
  letter.status !== 'signing'
    ? []
    : viewer.capacities.filter(({ membership }) => hasSigned(letter, membership))
