import { isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { OfficersBody } from '../queries/officers.ts'

type Body = Pick<OfficersBody, 'hasOfficers' | 'own' | 'keptHere' | 'proposed'>

/** Answers for the body: sees who else does, invites others, ends terms. */
export const keepsOfficers = (body: Body) => body.own

/** Proposes the first officer of a body: coordinators of the umbrella that keeps it, while nobody answers for it. */
export const canNameFirstOfficer = (viewer: Viewer, body: Body) =>
  isCoordinator(viewer) && body.keptHere && !body.hasOfficers

/** Sees the page of a body's officers. */
export const seesOfficersPage = (viewer: Viewer, body: Body) => body.own || isCoordinator(viewer)
