import { type Capacity, capacityFor, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { CorrectionStatus } from '../schema/discussion.ts'
import type { InitiativeStatus } from '../schema/initiatives.ts'

/** What decides who may do what with an initiative. `adoptable`: it was withdrawn, and another member may take it over. */
export type InitiativeFace = {
  status: InitiativeStatus
  membershipId: string
  withdrawn: boolean
  adoptable: boolean
  coauthors: readonly { membershipId: string; agreedAt: string | null; declinedAt: string | null }[]
}

/** Any member and any partner begins an initiative; a coordinator who acts for nobody does not. */
export const canInitiate = (viewer: Viewer) => viewer.capacities.length > 0

/** Acts for the member whose initiative it is. */
export const ownsInitiative = (viewer: Viewer, initiative: Pick<InitiativeFace, 'membershipId'>) =>
  capacityFor(viewer, initiative.membershipId) !== undefined

const coauthored = (viewer: Viewer, { coauthors }: InitiativeFace) =>
  coauthors.some(c => c.declinedAt === null && capacityFor(viewer, c.membershipId) !== undefined)

/** Drafts are seen and written by their member and the members invited to write along; nobody else knows of them. */
export const canWriteDraft = (viewer: Viewer, initiative: InitiativeFace) =>
  initiative.status === 'draft' && (ownsInitiative(viewer, initiative) || coauthored(viewer, initiative))

/** Publishing, discarding and inviting is for the initiator's own people. */
export const canPublish = (viewer: Viewer, initiative: InitiativeFace) =>
  initiative.status === 'draft' && ownsInitiative(viewer, initiative)

const isRunning = ({ status }: Pick<InitiativeFace, 'status'>) =>
  status === 'discussion' || status === 'decision'

/** Members and partners speak while something can still change. */
export const canDiscuss = (viewer: Viewer, initiative: InitiativeFace) =>
  isRunning(initiative) && viewer.capacities.length > 0

/** For whom the viewer can propose an amendment or doubt the scope: for any member but the initiator. */
export const otherCapacities = (viewer: Viewer, initiative: InitiativeFace): Capacity[] =>
  isRunning(initiative) ? viewer.capacities.filter(c => c.membership !== initiative.membershipId) : []

export const canAmend = (viewer: Viewer, initiative: InitiativeFace) =>
  otherCapacities(viewer, initiative).length > 0

/** The initiator changes its text; while the members decide, that begins a new round. */
export const canRevise = (viewer: Viewer, initiative: InitiativeFace) =>
  isRunning(initiative) && !initiative.withdrawn && ownsInitiative(viewer, initiative)

/** Typing errors and translations are put right even when the text is frozen: two persons see to it. */
export const canCorrect = (viewer: Viewer, initiative: InitiativeFace) =>
  initiative.status !== 'draft' && initiative.status !== 'withdrawn' && ownsInitiative(viewer, initiative)

export type CorrectionFace = { status: CorrectionStatus; membershipId: string; mine: boolean }

/** For whom the viewer can agree to a correction: another member than the initiator, and another person. */
export const confirmingCapacity = (viewer: Viewer, correction: CorrectionFace): Capacity | undefined =>
  correction.status === 'proposed' && !correction.mine
    ? viewer.capacities.find(c => c.membership !== correction.membershipId)
    : undefined

export const canWithdraw = (viewer: Viewer, initiative: InitiativeFace) =>
  isRunning(initiative) && !initiative.withdrawn && ownsInitiative(viewer, initiative)

/** Another member or partner takes over what was withdrawn, with its ballots. */
export const adoptingCapacities = (viewer: Viewer, initiative: InitiativeFace): Capacity[] =>
  initiative.adoptable ? viewer.capacities.filter(c => c.membership !== initiative.membershipId) : []

export const canOpenDecision = (viewer: Viewer, initiative: InitiativeFace) =>
  initiative.status === 'discussion' && ownsInitiative(viewer, initiative)

/** Words are taken out of sight only by two coordinators; one proposes. */
export const canRedact = (viewer: Viewer) => isCoordinator(viewer)
