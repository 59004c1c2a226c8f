import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import { createRecord, teamFor } from '#platform/vault/index.ts'

/** Seals texts to the monitors of the umbrella; empty ones are left out, and without any there is no record. */
export async function seal(
  tx: Tx,
  purpose: 'monitoring.incident' | 'monitoring.source' | 'monitoring.response',
  texts: Readonly<Record<string, string>>,
): Promise<Outcome<{ record: string | null }>> {
  const parts = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  if (Object.keys(parts).length === 0) return { ok: true, record: null }
  const made = await createRecord(tx, { purpose, teams: [await teamFor(tx, 'monitor')], parts })
  return made.ok ? { ok: true, record: made.record.record } : made
}
