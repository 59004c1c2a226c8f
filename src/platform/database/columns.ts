import { customType } from 'drizzle-orm/pg-core'
import type { Localised } from '#platform/i18n/index.ts'

/** A moment, UTC: `timestamptz` as `Temporal.Instant`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: value => Temporal.Instant.from(value),
  toDriver: value => value.toString(),
})

/** A calendar day without zone: `date` as `Temporal.PlainDate`. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: value => Temporal.PlainDate.from(value),
  toDriver: value => value.toString(),
})

/** Content in several languages: `jsonb` `{uk?, pl?, en?, …}` with BCP 47 keys. */
export const localised = customType<{ data: Localised; driverData: unknown }>({
  dataType: () => 'jsonb',
  fromDriver: value => (typeof value === 'string' ? JSON.parse(value) : value) as Localised,
  toDriver: value => JSON.stringify(value),
})

/** Bytes: `bytea`. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
