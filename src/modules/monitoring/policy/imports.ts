import { isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import { isMonitor } from './monitors.ts'

/** Coordinators undo imports, so they see when there was one. */
export const canSeeImports = (viewer: Viewer) => isMonitor(viewer) || isCoordinator(viewer)
