import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { numberParam } from '#platform/http/params.ts'
import { standingOf } from '../queries/standing.ts'
import type { C } from './letter-of.ts'

/** Where the sent communication of the address stands; 404 for who may not see it. */
export const standingOfAddress = async (c: C, tx: Tx) => found(await standingOf(tx, numberParam(c)))
