import { isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'

/** What the rules look at in a post. */
export type PostFace = {
  closedOn: string | null
  /** Who holds it today. */
  holder: string | null
  /** Somebody holds it today, or has been appointed for a later day. */
  taken: boolean
  /** A hand-over waits for the second coordinator. */
  proposed: boolean
}

const isOpen = (post: PostFace) => post.closedOn === null

/** Posts are kept by the secretariat; who holds one is decided by two coordinators. */
export const canKeepPosts = (viewer: Viewer) => isCoordinator(viewer)

export const canChangePost = (viewer: Viewer, post: PostFace) => canKeepPosts(viewer) && isOpen(post)

export const canProposeHolder = (viewer: Viewer, post: PostFace) =>
  canKeepPosts(viewer) && isOpen(post) && !post.proposed

/** A post that somebody holds is not closed over their head. */
export const canClosePost = (viewer: Viewer, post: PostFace) =>
  canKeepPosts(viewer) && isOpen(post) && !post.taken && !post.proposed

export const holdsPost = (viewer: Viewer, post: PostFace) =>
  viewer.account !== null && viewer.account === post.holder

/** Who holds the post, or held it, reads and writes its notes. */
export const heldPost = (viewer: Viewer, post: { terms: readonly { personId: string }[] }) =>
  viewer.account !== null && post.terms.some(term => term.personId === viewer.account)

/** Names that their holders did not give to the public are for the people inside. */
export const seesHolders = (viewer: Viewer) => isInside(viewer)
