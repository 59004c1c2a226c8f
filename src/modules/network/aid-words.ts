import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { ListingStatus, MatchStatus, Side } from './schema/aid.ts'

/** What things of mutual aid are called, by code. */
export const sideWords = {
  need: 'network.aid.need',
  offer: 'network.aid.offer',
} as const satisfies Record<Side, MessageKey>

export const listingWords = {
  open: 'network.aid.status.open',
  closed: 'network.aid.status.closed',
  withdrawn: 'network.aid.status.withdrawn',
  expired: 'network.aid.status.expired',
} as const satisfies Record<ListingStatus, MessageKey>

export const listingTones = {
  open: 'accent',
  closed: 'good',
  withdrawn: 'neutral',
  expired: 'warn',
} as const satisfies Record<ListingStatus, Tone>

export const matchWords = {
  open: 'network.match.status.open',
  accepted: 'network.match.status.accepted',
  declined: 'network.match.status.declined',
  closed: 'network.match.status.closed',
  expired: 'network.match.status.expired',
} as const satisfies Record<MatchStatus, MessageKey>

export const matchTones = {
  open: 'accent',
  accepted: 'good',
  declined: 'neutral',
  closed: 'good',
  expired: 'neutral',
} as const satisfies Record<MatchStatus, Tone>
