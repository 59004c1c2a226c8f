import { keyChanged, recoveryAsked } from '#platform/vault/index.ts'
import { tellKeyChanged } from './emails/key-changed.ts'
import { tellRecovery } from './emails/recovery-news.ts'

/** Who has to know of a changed key or a recovery is told in the transaction in which it happens. */
export function followVault(): void {
  keyChanged.listen(tellKeyChanged)
  recoveryAsked.listen((tx, { recovery, effectiveAt }) => tellRecovery(tx, recovery, 'asked', effectiveAt))
}
