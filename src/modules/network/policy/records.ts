import { isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import type { MergeView } from '../queries/duplicates.ts'

/** Lists are taken over by the secretariat; what belongs to an organisation's own people is proposed to them. */
export const canImportMembers = (viewer: Viewer) => isCoordinator(viewer)

/** Duplicates are looked for by the secretariat; two coordinators merge, and the organisation's own people agree. */
export const canKeepRecords = (viewer: Viewer) => isCoordinator(viewer)

/** An organisation's own people answer for it; whoever answered before them is named by the action. */
export const canAnswerMerge = ({ survivor, merged }: MergeView) => survivor.mine || merged.mine
