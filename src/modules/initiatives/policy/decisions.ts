import {
  actsForPartner,
  type Capacity,
  isAmongMembers,
  isCoordinator,
  type Viewer,
} from '#platform/http/viewer.ts'
import type { DecisionKind, DecisionStatus } from '../schema/decisions.ts'
import { actsWithVote, votingCapacities } from './procedures.ts'

/** What decides who may do what with a decision. `over`: the countdown, or the time for voting, has ended. */
export type DecisionFace = {
  status: DecisionStatus
  secret: boolean
  over: boolean
  extended: boolean
}

const asksStill = ({ status, over }: DecisionFace) => (status === 'open' || status === 'countdown') && !over

/** Personal matters are shown to members and the secretariat; everything else is public. */
export const canSeeDecision = (viewer: Viewer, { secret }: Pick<DecisionFace, 'secret'>) =>
  !secret || isAmongMembers(viewer)

/** Votes openly for a member, or doubts a mandate, while votes are taken. */
export const canVote = (viewer: Viewer, decision: DecisionFace) =>
  !decision.secret && asksStill(decision) && actsWithVote(viewer)

/** A partner says that it supports. */
export const canSupport = (viewer: Viewer, decision: DecisionFace) =>
  !decision.secret && asksStill(decision) && actsForPartner(viewer)

/** Coordinators enter votes that came on paper, by e-mail or at a meeting. */
export const canEnterVotes = (viewer: Viewer, decision: DecisionFace) =>
  !decision.secret && asksStill(decision) && isCoordinator(viewer)

/** Coordinators propose to each other to extend the time, once. */
export const canExtend = (viewer: Viewer, decision: DecisionFace) =>
  isCoordinator(viewer) && asksStill(decision) && !decision.extended

/** Coordinators propose to each other to cancel what was opened with a wrong electorate. */
export const canCancel = (viewer: Viewer, { status }: DecisionFace) =>
  isCoordinator(viewer) && (status === 'open' || status === 'countdown')

/** A doubt is settled while the decision is not closed, also when its time is over. */
export const canSettle = (viewer: Viewer, { status }: DecisionFace, challenge: { settled: boolean }) =>
  isCoordinator(viewer) && (status === 'open' || status === 'countdown') && !challenge.settled

/** Members may want to be asked again about what was decided. */
export const canBack = (viewer: Viewer, { status, secret }: DecisionFace) =>
  status === 'sealed' && !secret && actsWithVote(viewer)

/** What decides who may ask again: whose initiative or proposal was decided, and which members back the question. */
export type AskableFace = Pick<DecisionFace, 'status'> & { kind: DecisionKind; initiator: string | null }

/** What is asked about openly, and so again. */
export const askable: readonly DecisionKind[] = ['initiative', 'rule', 'goal']

/** Members for which the viewer can ask all again; partners too about an initiative, since rules are a matter of members. */
export const askingCapacities = (
  viewer: Viewer,
  { status, kind, initiator }: AskableFace,
  backers: readonly { id: string }[],
): Capacity[] =>
  status === 'sealed' && askable.includes(kind)
    ? (kind === 'initiative' ? viewer.capacities : votingCapacities(viewer)).filter(
        ({ membership }) => membership === initiator || backers.some(({ id }) => id === membership),
      )
    : []
