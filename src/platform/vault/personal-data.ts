import { rows, type Tx } from '#platform/database/scope.ts'

/** The keys of the transaction's own account and what opens them, as plain JSON for their export. Nothing secret. */
export async function exportKeys(tx: Tx): Promise<Record<string, unknown>[]> {
  return rows(
    tx,
    'vault.export-keys',
    `select k.fingerprint, k.created_at, k.effective_at, k.retired_at,
       (select coalesce(json_agg(json_build_object('opensWith', w.kind, 'since', w.created_at) order by w.created_at), '[]')
        from vault.wraps w where w.key_id = k.id) as wraps
     from vault.keys k where k.account_id = platform.current_account() order by k.effective_at`,
  )
}

/** Which records of this umbrella the transaction's own account opened, when and why. */
export async function exportOpenings(tx: Tx): Promise<Record<string, unknown>[]> {
  return rows(
    tx,
    'vault.export-openings',
    `select record_id as record, reason, opened_at from vault.openings
     where umbrella_id = platform.current_umbrella() and account_id = platform.current_account() order by opened_at, id`,
  )
}

/** Forgets the transaction's own account: keys, wraps, seals to them, and that it was they who opened a record. */
export async function erasePersonFromVault(tx: Tx): Promise<void> {
  await rows(tx, 'vault.forget', 'select vault.forget_myself()')
}
