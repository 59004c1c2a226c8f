import { isCoordinator, type Viewer } from '#platform/http/viewer.ts'

/** Chronicles are taken over by monitors. */
export const canImportIncidents = (viewer: Viewer) => viewer.roles.includes('monitor')

/** Coordinators undo imports, so they see when there was one. */
export const canSeeImports = (viewer: Viewer) => canImportIncidents(viewer) || isCoordinator(viewer)
