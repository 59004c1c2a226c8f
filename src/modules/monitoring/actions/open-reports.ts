import type { Tx } from '#platform/database/scope.ts'
import { type OpenRecord, openRecord, SealBroken, type Unlocked } from '#platform/vault/index.ts'
import { type ReportInside, readReport } from '../queries/reports.ts'

/** A report that is open in this request, with the key to write into it. */
export type OpenedReport = ReportInside & { open: OpenRecord }

/**
 * Opens a report's record, which leaves a trace: who, when and why. Null where the person's key does not open it (yet), and
 * where it is damaged or was never a report: a browser sealed it, and nobody could look inside before.
 */
export async function openReport(
  tx: Tx,
  unlocked: Unlocked,
  record: string,
  reason: string,
): Promise<OpenedReport | null> {
  try {
    const open = await openRecord(tx, unlocked, record, reason)
    return open && { open, ...(await readReport(tx, open)) }
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
