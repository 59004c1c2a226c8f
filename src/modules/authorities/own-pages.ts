import type { Tx } from '#platform/database/scope.ts'
import { deskBodies } from './queries/desk.ts'

/** The desk, for whoever answers for a public body. */
export const ownDesk = async (tx: Tx) =>
  (await deskBodies(tx)).length > 0 ? [{ path: '/desk', label: 'authorities.desk.title' as const }] : []
