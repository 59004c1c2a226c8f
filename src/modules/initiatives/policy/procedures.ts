import { type Capacity, capacityFor, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { AppealStatus } from '../schema/appeals.ts'
import type { ProposalStatus } from '../schema/proposals.ts'

/** Members with a vote for which the viewer acts. */
export const votingCapacities = (viewer: Viewer): Capacity[] =>
  viewer.capacities.filter(({ form }) => form !== 'agreement')

/** Acts for a member with a vote: proposes changes of rules, votes, appeals. */
export const actsWithVote = (viewer: Viewer) => votingCapacities(viewer).length > 0

/** Acts for a member or a partner: speaks about proposals. */
export const actsForSomebody = (viewer: Viewer) => viewer.capacities.length > 0

/** What decides who may do what with a proposal. */
export type ProposalFace = { status: ProposalStatus; membershipId: string; discussed: boolean }

const ownsProposal = (viewer: Viewer, { membershipId }: ProposalFace) =>
  capacityFor(viewer, membershipId) !== undefined

const inDiscussion = ({ status }: ProposalFace) => status === 'discussion'

/** Its member rewrites a proposal and takes it back, until the members are asked. */
export const canReviseProposal = (viewer: Viewer, proposal: ProposalFace) =>
  inDiscussion(proposal) && ownsProposal(viewer, proposal)

/** When the discussion has taken its time, its member puts it to all. */
export const canAskAboutProposal = (viewer: Viewer, proposal: ProposalFace) =>
  inDiscussion(proposal) && proposal.discussed && ownsProposal(viewer, proposal)

/** Members and partners speak while something can still change. */
export const canRemark = (viewer: Viewer, { status }: ProposalFace) =>
  (status === 'discussion' || status === 'decision') && actsForSomebody(viewer)

/** Words that hurt somebody are taken out of sight by two coordinators; one proposes. */
export const canRedactRemark = (viewer: Viewer) => isCoordinator(viewer)

/** Members for which the viewer can still vote in a secret decision. */
export const secretVotes = (
  viewer: Viewer,
  { running, electors, voted }: { running: boolean; electors: readonly string[]; voted: readonly string[] },
): Capacity[] =>
  running
    ? votingCapacities(viewer).filter(
        ({ membership }) => electors.includes(membership) && !voted.includes(membership),
      )
    : []

/** Members for which the viewer can raise an appeal: those that had a vote, while it is time. */
export const appealingCapacities = (
  viewer: Viewer,
  { inTime, electors }: { inTime: boolean; electors: readonly string[] },
): Capacity[] =>
  inTime ? votingCapacities(viewer).filter(({ membership }) => electors.includes(membership)) : []

/** What decides who signs an appeal. `electors`: of the viewer's members, those that had a vote. */
export type AppealFace = {
  status: AppealStatus
  lapsed: boolean
  signers: readonly { membershipId: string }[]
}

const gathers = ({ status, lapsed }: AppealFace) => status === 'gathering' && !lapsed

export const signingCapacities = (
  viewer: Viewer,
  appeal: AppealFace,
  electors: readonly string[],
): Capacity[] =>
  gathers(appeal)
    ? votingCapacities(viewer).filter(
        ({ membership }) =>
          electors.includes(membership) &&
          !appeal.signers.some(({ membershipId }) => membershipId === membership),
      )
    : []

/** Members of the viewer whose signature can be taken back. */
export const signedCapacities = (viewer: Viewer, appeal: AppealFace): Capacity[] =>
  gathers(appeal)
    ? votingCapacities(viewer).filter(({ membership }) =>
        appeal.signers.some(({ membershipId }) => membershipId === membership),
      )
    : []
