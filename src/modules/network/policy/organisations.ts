import { isCoordinator, isSignedIn, type Viewer } from '#platform/http/viewer.ts'

/** What the rules look at. `mayAlter` is the database's own answer, which it also holds writes to. */
type Face = { mayAlter: boolean; membership: string | null }

/**
 * An organisation's own people change it; a coordinator does while it has none and belongs to this umbrella alone; who
 * wrote it down does while it belongs nowhere.
 */
export const canAlterOrganisation = (viewer: Viewer, { mayAlter }: Face) => isSignedIn(viewer) && mayAlter

/** Everybody else who keeps the records of an umbrella that it belongs to proposes changes, and it answers. */
const canProposeChanges = (viewer: Viewer, face: Face) =>
  !face.mayAlter && isCoordinator(viewer) && face.membership !== null

export const canWorkOnProfile = (viewer: Viewer, face: Face) =>
  canAlterOrganisation(viewer, face) || canProposeChanges(viewer, face)

/** Whoever proposed may take it back. */
export const canWithdrawProposal = (
  viewer: Viewer,
  proposal: { proposedBy: string | null; status: string },
) => viewer.account !== null && proposal.proposedBy === viewer.account && proposal.status === 'proposed'
