import type { Viewer } from '#platform/http/viewer.ts'
import type { PackIncident, PackView } from '../queries/packs.ts'
import { isMonitor } from './monitors.ts'

/** A pack about one incident speaks of what somebody assessed and nobody doubts. */
export const fitsPack = ({ verification }: Pick<PackIncident, 'verification'>) =>
  ['V1', 'V2', 'V3', 'V4'].includes(verification)

type Standing = Pick<PackView, 'status' | 'askedBy'>

export const canDraft = (viewer: Viewer, { status }: Standing) => isMonitor(viewer) && status === 'draft'

/** Nothing leaves by one person's word: whoever asked does not confirm. */
export const canConfirmPack = (viewer: Viewer, { status, askedBy }: Standing) =>
  isMonitor(viewer) && status === 'asked' && askedBy !== viewer.account

export const canHandOver = (viewer: Viewer, { status }: Standing) => isMonitor(viewer) && status === 'final'

export const canEndPack = (viewer: Viewer, { status }: Standing) =>
  isMonitor(viewer) && ['draft', 'asked', 'final'].includes(status)
