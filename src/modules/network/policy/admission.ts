import type { Capacity, Viewer } from '#platform/http/viewer.ts'
import { isInside } from '#platform/http/viewer.ts'
import type { ApplicationStatus } from '../schema/admission.ts'

/** What the rules look at in an application. */
export type ApplicationFace = { status: ApplicationStatus; applicantId: string }

const isApplicant = (viewer: Viewer, application: ApplicationFace) =>
  viewer.account !== null && viewer.account === application.applicantId

/** A draft is its author's alone; what was submitted is open to everybody inside. */
export const canSeeApplication = (viewer: Viewer, application: ApplicationFace) =>
  isApplicant(viewer, application) || (application.status !== 'draft' && isInside(viewer))

export const canWriteDraft = (viewer: Viewer, application: ApplicationFace) =>
  isApplicant(viewer, application) && application.status === 'draft'

const isOpen = (application: Pick<ApplicationFace, 'status'>) =>
  application.status === 'published' || application.status === 'contested'

export const canWithdrawApplication = (viewer: Viewer, application: ApplicationFace) =>
  isApplicant(viewer, application) && isOpen(application)

/** Members with a vote for whom the viewer acts: partners are told, and do not object. */
export const votingCapacities = (viewer: Viewer): Capacity[] =>
  viewer.capacities.filter(capacity => capacity.form !== 'agreement')

export const actsWithVote = (viewer: Viewer) => votingCapacities(viewer).length > 0

/** Any member with a vote, through anybody who acts for it, as long as the period runs. Nobody answers their own application. */
export const canAnswerApplication = (viewer: Viewer, application: ApplicationFace) =>
  application.status === 'published' && !isApplicant(viewer, application) && actsWithVote(viewer)

/** The member's objection belongs to the member: whoever acts for it now may take it back. */
export const canWithdrawObjection = (
  viewer: Viewer,
  application: ApplicationFace,
  objection: { membershipId: string; withdrawnAt: unknown },
) =>
  application.status === 'published' &&
  objection.withdrawnAt === null &&
  votingCapacities(viewer).some(capacity => capacity.membership === objection.membershipId)
