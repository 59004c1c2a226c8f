import pg from 'pg'

const { builtins } = pg.types
const arrays = { int8: 1016, text: 1009, timestamp: 1115, date: 1182, timestamptz: 1185 } as const

// A count is a number; a value beyond 2^53 would be silently wrong as one, so it stays exact.
function integer(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}

const asSent = (text: string) => text
const textArray: (text: string) => (string | null)[] = pg.types.getTypeParser(arrays.text as number)

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, integer],
  [builtins.DATE, asSent],
  [builtins.TIMESTAMP, asSent],
  [builtins.TIMESTAMPTZ, asSent],
  [arrays.date, textArray],
  [arrays.timestamp, textArray],
  [arrays.timestamptz, textArray],
  [arrays.int8, text => textArray(text).map(value => (value === null ? null : integer(value)))],
])

/**
 * How values arrive from every connection of ours: `date` as `'2026-11-20'`; `timestamptz` as
 * `'2026-11-20 12:00:00.123+00'`, always UTC, readable by `Temporal.Instant.from`; `int8` (and so `count(*)`) as a
 * number, or as a bigint beyond 2^53; `numeric` as a string; `jsonb` parsed. Given per connection, never set globally.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}
