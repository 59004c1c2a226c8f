import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { type DraftOutcome, importDrafts } from '../schema/import-drafts.ts'

/** How far the recording of a chronicle is. */
export type Recording = {
  id: string
  total: number
  done: number
  outcome: DraftOutcome | null
  reason: MessageKey | null
  importId: string | null
}

/** The person's recording that goes on or ended last; null when there is none. */
export async function ownRecording(tx: Tx): Promise<Recording | null> {
  const { id, total, done, outcome, reason, importId } = importDrafts
  const [found] = await tx
    .select({ id, total, done, outcome, reason, importId })
    .from(importDrafts)
    .where(and(eq(importDrafts.accountId, sql`platform.current_account()`), isNotNull(importDrafts.askedAt)))
  return found ? ({ ...found, total: found.total ?? 0 } as Recording) : null
}
