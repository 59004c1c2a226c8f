import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import {
  changePassphrase,
  createKeys,
  lock,
  ownEffectiveKey,
  withdrawComingKey,
} from '#platform/vault/index.ts'
import { tellVaultNews } from '../emails/vault-news.ts'

/** Makes the account's key, or a new one in place of one that is lost, and tells its mailbox. */
export async function makeKey(tx: Tx, account: string, passphrase: string): Promise<Outcome> {
  const replaces = await ownEffectiveKey(tx)
  const made = await createKeys(tx, passphrase)
  if (!made.ok) return made
  await tellVaultNews(tx, account, replaces ? 'key-replaced' : 'key-made')
  return { ok: true }
}

/** Goes on with the key before the change that waits. False when none waits. */
export async function keepKey(tx: Tx, account: string): Promise<boolean> {
  const kept = await withdrawComingKey(tx)
  if (kept) await tellVaultNews(tx, account, 'key-kept')
  return kept
}

/** Another passphrase for the same key. What was open under the old one is closed everywhere. */
export async function choosePassphrase(
  tx: Tx,
  account: string,
  phrases: { from: string; to: string },
): Promise<Outcome> {
  const changed = await changePassphrase(tx, phrases)
  if (!changed.ok) return changed
  await lock(tx)
  await tellVaultNews(tx, account, 'passphrase-changed')
  return { ok: true }
}
