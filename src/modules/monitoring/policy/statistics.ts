import type { Viewer } from '#platform/http/viewer.ts'

/** Sees numbers that are not published, and lets releases out: a monitor. The database asks the same of every row. */
export const keepsStatistics = (viewer: Viewer) => viewer.roles.includes('monitor')

/** Publishes what somebody else asked for: nobody lets numbers out alone. */
export const canConfirmRelease = (viewer: Viewer, request: { askedBy: string }) =>
  keepsStatistics(viewer) && request.askedBy !== viewer.account
