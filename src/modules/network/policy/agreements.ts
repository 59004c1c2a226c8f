import { capacityFor, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { AgreementSide, AgreementStatus } from '../schema/agreements.ts'

/** What the rules look at in an agreement. */
export type AgreementFace = {
  membershipId: string
  status: AgreementStatus
  proposedAs: AgreementSide
  proposedBy: string
  documentPublic: boolean
  /** Somebody acts for the partner today. */
  represented: boolean
  /** Another agreement continues this one, or is proposed to. */
  renewed: boolean
}

const actsFor = (viewer: Viewer, membership: string) => capacityFor(viewer, membership) !== undefined

/** For which side the viewer records an agreement of this partner. Who stands on both sides writes for the partner. */
export function proposesAs(viewer: Viewer, membership: string): AgreementSide | null {
  if (actsFor(viewer, membership)) return 'partner'
  return isCoordinator(viewer) ? 'umbrella' : null
}

/** For which side the viewer confirms or refuses: the one that did not propose, never the same person. */
export function answersAs(viewer: Viewer, agreement: AgreementFace): AgreementSide | null {
  if (agreement.status !== 'proposed' || viewer.account === null || viewer.account === agreement.proposedBy)
    return null
  const partner = actsFor(viewer, agreement.membershipId)
  if (agreement.proposedAs === 'partner') return isCoordinator(viewer) && !partner ? 'umbrella' : null
  if (partner) return 'partner'
  return isCoordinator(viewer) && !agreement.represented ? 'umbrella' : null
}

export const canWithdrawAgreement = (viewer: Viewer, agreement: AgreementFace) =>
  agreement.status === 'proposed' &&
  (agreement.proposedAs === 'partner' ? actsFor(viewer, agreement.membershipId) : isCoordinator(viewer))

export const canEndAgreement = (viewer: Viewer, agreement: AgreementFace) =>
  agreement.status === 'confirmed' && proposesAs(viewer, agreement.membershipId) !== null

export const canRenewAgreement = (viewer: Viewer, agreement: AgreementFace) =>
  agreement.status === 'confirmed' &&
  !agreement.renewed &&
  proposesAs(viewer, agreement.membershipId) !== null

/** What is not in force yet, and what was refused, is the business of those inside. */
export const canSeeAgreement = (viewer: Viewer, agreement: AgreementFace) =>
  isInside(viewer) || agreement.status === 'confirmed' || agreement.status === 'ended'

export const canSeeDocument = (viewer: Viewer, agreement: AgreementFace) =>
  isInside(viewer) || (agreement.documentPublic && canSeeAgreement(viewer, agreement))
