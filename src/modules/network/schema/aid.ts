import { sql } from 'drizzle-orm'
import { boolean, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('network')

export const sides = ['need', 'offer'] as const
export type Side = (typeof sides)[number]
export type ListingStatus = 'open' | 'closed' | 'withdrawn' | 'expired'
export type MatchStatus = 'open' | 'accepted' | 'declined' | 'closed' | 'expired'
export type MatchAnswer = 'accepted' | 'declined'

/** What the program compared. `area`: the narrowest place both reach; `languages`: those both speak. */
export type MatchReasons = { area?: 'region' | 'country' | 'anywhere'; languages?: string[] }

export const listings = schema.table('listings', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  side: text('side').$type<Side>().notNull(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  body: text('body').notNull().default(''),
  contentLocale: text('content_locale').notNull(),
  country: text('country'),
  region: text('region'),
  languages: text('languages').array().notNull().default([]),
  until: day('until').notNull(),
  status: text('status').$type<ListingStatus>().notNull().default('open'),
  outcome: text('outcome'),
  useful: boolean('useful'),
  settledAt: instant('settled_at'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().default(sql`now()`),
})

export const matches = schema.table('matches', {
  umbrellaId: uuid('umbrella_id').notNull(),
  id: uuid('id').notNull(),
  needId: uuid('need_id'),
  offerId: uuid('offer_id'),
  needMembership: uuid('need_membership').notNull(),
  offerMembership: uuid('offer_membership').notNull(),
  origin: text('origin').$type<'program' | 'person'>().notNull(),
  why: jsonb('why').$type<MatchReasons>().notNull().default({}),
  proposedBy: uuid('proposed_by'),
  proposedAt: instant('proposed_at').notNull().default(sql`now()`),
  status: text('status').$type<MatchStatus>().notNull().default('open'),
  needAnswer: text('need_answer').$type<MatchAnswer>(),
  needWord: text('need_word'),
  needAnsweredBy: uuid('need_answered_by'),
  needAnsweredAt: instant('need_answered_at'),
  offerAnswer: text('offer_answer').$type<MatchAnswer>(),
  offerWord: text('offer_word'),
  offerAnsweredBy: uuid('offer_answered_by'),
  offerAnsweredAt: instant('offer_answered_at'),
  outcome: text('outcome'),
  useful: boolean('useful'),
  closedAt: instant('closed_at'),
})
