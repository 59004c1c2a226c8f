import { rows, type Tx } from '#platform/database/scope.ts'

/**
 * Deletes a record for good: seals, parts, files, receipts. Its id stays on a list, so that a restored backup loses it again;
 * so do its openings. Returns whether there was such a record for the transaction's account.
 */
export async function purge(tx: Tx, record: string): Promise<boolean> {
  const [done] = await rows<{ purged: boolean }>(
    tx,
    'vault.purge',
    'select vault.purge_record($1) as purged',
    [record],
  )
  return done!.purged
}

/** The last day on which a record is kept; null: until somebody purges it. */
export async function retainUntil(tx: Tx, record: string, day: Temporal.PlainDate | null): Promise<void> {
  await rows(
    tx,
    'vault.retain',
    'update vault.records set retain_until = $2 where umbrella_id = platform.current_umbrella() and id = $1',
    [record, day?.toString() ?? null],
  )
}
