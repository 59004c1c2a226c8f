import { isAmongMembers, isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'
import type { AppointmentStatus } from '../schema/posts.ts'

/** What the rules look at in a post. */
export type PostFace = {
  closedOn: string | null
  /** Who holds it today. */
  holder: string | null
  /** Somebody holds it today, or has been appointed for a later day. */
  taken: boolean
  /** A hand-over waits for the second coordinator. */
  proposed: boolean
  /** The members are asked who shall hold it. */
  asked: boolean
}

const isOpen = (post: PostFace) => post.closedOn === null

/** Posts are kept by the secretariat; who holds one is decided by two coordinators. */
export const canKeepPosts = (viewer: Viewer) => isCoordinator(viewer)

export const canChangePost = (viewer: Viewer, post: PostFace) => canKeepPosts(viewer) && isOpen(post)

export const canProposeHolder = (viewer: Viewer, post: PostFace) =>
  canKeepPosts(viewer) && isOpen(post) && !post.proposed && !post.asked

/** A post that somebody holds is not closed over their head. */
export const canClosePost = (viewer: Viewer, post: PostFace) =>
  canKeepPosts(viewer) && isOpen(post) && !post.taken && !post.proposed && !post.asked

export const holdsPost = (viewer: Viewer, post: PostFace) =>
  viewer.account !== null && viewer.account === post.holder

/** Who holds the post, or held it, reads and writes its notes. */
export const heldPost = (viewer: Viewer, post: { terms: readonly { personId: string }[] }) =>
  viewer.account !== null && post.terms.some(term => term.personId === viewer.account)

/** Names that their holders did not give to the public are for the people inside. */
export const seesHolders = (viewer: Viewer) => isInside(viewer)

/** What the rules look at in a question to the members. */
export type AppointmentFace = { status: AppointmentStatus; personId: string; proposedBy: string }

/** Who was proposed to the members is a personal matter: for members and the secretariat; others read what concerns themselves. */
export const seesAppointments = (viewer: Viewer) => isAmongMembers(viewer)

/** Nobody stands against their will; and whoever asked takes the question back. */
export const canWithdrawAppointment = (viewer: Viewer, { status, personId, proposedBy }: AppointmentFace) =>
  status === 'asked' && viewer.account !== null && [personId, proposedBy].includes(viewer.account)
