import { sql } from 'drizzle-orm'
import { boolean, pgSchema, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from '#platform/database/columns.ts'

const schema = pgSchema('monitoring')

export const packKinds = ['odihr', 'complaint', 'commissioner'] as const
/** To whom a pack speaks: ODIHR about a year, police or prosecutor, or a Commissioner about one incident. */
export type PackKind = (typeof packKinds)[number]

export type PackStatus = 'draft' | 'asked' | 'final' | 'handed_over' | 'ended'

export const addressees = {
  odihr: [],
  complaint: ['police', 'prosecutor'],
  commissioner: ['ua_commissioner', 'pl_commissioner'],
} as const satisfies Record<PackKind, readonly string[]>
export type Addressee = (typeof addressees)[PackKind][number]

const umbrellaId = uuid('umbrella_id').notNull()

export const packs = schema.table('packs', {
  umbrellaId,
  id: uuid('id').notNull(),
  kind: text('kind').$type<PackKind>().notNull(),
  year: smallint('year'),
  addressee: text('addressee').$type<Addressee>(),
  lang: text('lang').$type<'uk' | 'pl' | 'en'>().notNull(),
  toldAgreed: boolean('told_agreed').notNull().default(false),
  recordId: uuid('record_id'),
  status: text('status').$type<PackStatus>().notNull().default('draft'),
  begunBy: uuid('begun_by').notNull(),
  begunOn: day('begun_on').notNull().default(sql`current_date`),
  partId: uuid('part_id'),
  askedBy: uuid('asked_by'),
  askedAt: instant('asked_at'),
  confirmedBy: uuid('confirmed_by'),
  confirmedAt: instant('confirmed_at'),
  handedBy: uuid('handed_by'),
  handedAt: instant('handed_at'),
})

export const packIncidents = schema.table('pack_incidents', {
  umbrellaId,
  packId: uuid('pack_id').notNull(),
  incidentId: uuid('incident_id').notNull(),
})

export const packFiles = schema.table('pack_files', {
  umbrellaId,
  packId: uuid('pack_id').notNull(),
  name: text('name').notNull(),
  fileId: uuid('file_id').notNull(),
  sha256: bytes('sha256').notNull(),
})
