import type { Json } from '#platform/journal/record.ts'

// Control characters, what Unicode keeps for no use, and marks that turn the direction of what follows: a name must not
// rewrite the line it stands in.
const unprintable = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu

/** The same data with nothing in its texts that cannot stand on paper. */
export function printable(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed().replaceAll(unprintable, '')
  if (Array.isArray(value)) return value.map(printable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, printable(inside as Json)]))
}
