import type { Tx } from '#platform/database/scope.ts'
import { answersForBody } from './queries/desk.ts'

/** The desk, for whoever answers for a public body. */
export const ownDesk = async (tx: Tx) =>
  (await answersForBody(tx)) ? [{ path: '/desk', label: 'authorities.desk.title' as const }] : []
