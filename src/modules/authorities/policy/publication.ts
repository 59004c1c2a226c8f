import { capacityFor, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'

/** Whoever may decide about the publication of something: everybody inside is let in to be told yes or no. */
export const mayPublishSome = (viewer: Viewer) => isInside(viewer)

/** Who sent it, or a coordinator who sees it, says who else may. */
export const canPublish = (viewer: Viewer, { membership }: { membership: string | null }): boolean =>
  isCoordinator(viewer) || (membership !== null && capacityFor(viewer, membership) !== undefined)
