import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  integer,
  pgSchema,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

const accounts = pgSchema('accounts')

// better-auth reads and writes `Date`: this schema alone does not speak Temporal.
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const made = () => moment('created_at').notNull().defaultNow()
const changed = () => moment('updated_at').notNull().defaultNow()
const owner = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const users = accounts.table('users', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  name: text('name').notNull().default(''),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: made(),
  updatedAt: changed(),
})

export const sessions = accounts.table('sessions', {
  id: uuid('id').primaryKey(),
  userId: owner(),
  token: text('token').notNull().unique(),
  createdAt: made(),
  updatedAt: changed(),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  assurance: smallint('assurance').notNull().default(1),
  assuredAt: moment('assured_at'),
  lastUsedOn: date('last_used_on').notNull().default(sql`current_date`),
})

export const credentials = accounts.table('credentials', {
  id: uuid('id').primaryKey(),
  userId: owner(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  scope: text('scope'),
  password: text('password'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  createdAt: made(),
  updatedAt: changed(),
})

export const verifications = accounts.table('verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: made(),
  updatedAt: changed(),
})

export const passkeys = accounts.table('passkeys', {
  id: uuid('id').primaryKey(),
  userId: owner(),
  name: text('name'),
  publicKey: text('public_key').notNull(),
  credentialID: text('credential_id').notNull().unique(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  deviceType: text('device_type').notNull(),
  backedUp: boolean('backed_up').notNull(),
  transports: text('transports'),
  aaguid: text('aaguid'),
  createdAt: made(),
})

export const twoFactors = accounts.table('two_factors', {
  id: uuid('id').primaryKey(),
  userId: owner().unique(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(false),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
  recoveryShownUntil: moment('recovery_shown_until'),
})
