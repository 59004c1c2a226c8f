import type { Context } from 'hono'
import type { Env, UmbrellaEnv } from './context.ts'
import { found, NotFound } from './errors.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is a UUID: PostgreSQL raises an error on anything else, which would be our bug and not a 404. */
export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** The id in the address. An address whose id is not one leads nowhere: 404. */
export function idParam(c: Context<Env> | Context<UmbrellaEnv>, name = 'id'): string {
  const value = c.req.param(name)
  if (!isId(value)) throw new NotFound()
  return value
}

/** The id in the query (`?after=…`), or null when there is none or it is not one. */
export function idQuery(c: Context<Env> | Context<UmbrellaEnv>, name: string): string | null {
  const value = c.req.query(name)
  return isId(value) ? value : null
}

/** A number that people quote, as an address or a form says it: 1 to 999,999,999. Null when it is none. */
export const numberOf = (said: unknown): number | null =>
  typeof said === 'string' && /^[1-9]\d{0,8}$/.test(said) ? Number(said) : null

/** The number in the address. What is none leads nowhere: 404. */
export const numberParam = (c: Context<Env> | Context<UmbrellaEnv>, name = 'number'): number =>
  found(numberOf(c.req.param(name)))

/** The number in the query, or null when there is none or it is not one. */
export const numberQuery = (c: Context<Env> | Context<UmbrellaEnv>, name: string): number | null =>
  numberOf(c.req.query(name))
