import { type Capacity, capacityFor, type Viewer } from '#platform/http/viewer.ts'
import type { ListingStatus, MatchAnswer, MatchStatus, Side } from '../schema/aid.ts'

export type ListingFace = { membershipId: string; status: ListingStatus }

export type MatchFace = {
  needMembership: string
  offerMembership: string
  needAnswer: MatchAnswer | null
  offerAnswer: MatchAnswer | null
  status: MatchStatus
}

/** Needs and offers are posted for a member or partner, so a coordinator who acts for nobody has none. */
export const canPostListings = (viewer: Viewer) => viewer.capacities.length > 0

export const ownsListing = (viewer: Viewer, listing: ListingFace) =>
  capacityFor(viewer, listing.membershipId) !== undefined

export const canEditListing = (viewer: Viewer, listing: ListingFace) =>
  listing.status === 'open' && ownsListing(viewer, listing)

export const canReopenListing = (viewer: Viewer, listing: ListingFace) =>
  listing.status !== 'open' && ownsListing(viewer, listing)

/** Members for whom the viewer can say «we can help» or «we need this»: any but the one that asked. */
export const respondingCapacities = (viewer: Viewer, listing: ListingFace): Capacity[] =>
  listing.status === 'open' ? viewer.capacities.filter(c => c.membership !== listing.membershipId) : []

/** On which sides of a match the viewer stands; both where one person acts for two members. */
export const sidesOf = (viewer: Viewer, match: MatchFace): Side[] => [
  ...(capacityFor(viewer, match.needMembership) ? (['need'] as const) : []),
  ...(capacityFor(viewer, match.offerMembership) ? (['offer'] as const) : []),
]

/** A match is between two members: nobody else reads what they wrote to each other. */
export const canSeeMatch = (viewer: Viewer, match: MatchFace) => sidesOf(viewer, match).length > 0

/** For which side the viewer can still answer; null when there is nothing to answer. */
export const answersFor = (viewer: Viewer, match: MatchFace): Side | null =>
  match.status === 'open'
    ? (sidesOf(viewer, match).find(
        side => (side === 'need' ? match.needAnswer : match.offerAnswer) === null,
      ) ?? null)
    : null

/** Either side says what came of it. */
export const canCloseMatch = (viewer: Viewer, match: MatchFace) =>
  match.status === 'accepted' && canSeeMatch(viewer, match)
