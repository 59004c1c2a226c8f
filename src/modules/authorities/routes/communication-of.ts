import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { communicationFace } from '../queries/communication-face.ts'

export type C = Context<UmbrellaEnv>

/** The number of a communication in the address; 404 where it is none. */
export function numberParam(c: C): number {
  const value = c.req.param('number') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new NotFound()
  return Number(value)
}

/** The sent communication of the address, 404 for who may not see it. */
export const communicationOf = async (c: C, tx: Tx) => found(await communicationFace(tx, numberParam(c)))
