import type { Viewer } from '#platform/http/viewer.ts'
import { isMonitor } from './monitors.ts'

/** Publishes what somebody else asked for: nobody lets numbers out alone. */
export const canConfirmRelease = (viewer: Viewer, request: { askedBy: string }) =>
  isMonitor(viewer) && request.askedBy !== viewer.account
