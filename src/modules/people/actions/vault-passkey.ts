import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import { addPasskeyWrap, removePasskeyWrap, type Unlocked } from '#platform/vault/index.ts'
import { tellVaultNews } from '../emails/vault-news.ts'

/** Lets a passkey open the vault that is open now, and tells its person by mail. */
export async function letPasskeyOpen(
  tx: Tx,
  vault: Unlocked,
  passkey: { credential: string; prf: Uint8Array },
): Promise<Outcome> {
  const added = await addPasskeyWrap(tx, vault, passkey)
  if (added.ok) await tellVaultNews(tx, vault.account, 'passkey-added')
  return added
}

/** A passkey opens the vault no longer. False when it did not. */
export async function stopPasskey(tx: Tx, account: string, credential: string): Promise<boolean> {
  const removed = await removePasskeyWrap(tx, credential)
  if (removed) await tellVaultNews(tx, account, 'passkey-removed')
  return removed
}
