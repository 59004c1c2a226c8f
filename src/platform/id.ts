import { randomUUIDv7 } from 'node:crypto'

/** A key for a new row: UUIDv7, so that keys of one table grow with time and its index stays compact. */
export const newId = (): string => randomUUIDv7()
