import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import {
  askRecovery,
  completeRecovery,
  handShare,
  SealBroken,
  stopRecovery,
  type TeamKind,
  teamFor,
  type Unlocked,
} from '#platform/vault/index.ts'
import { tellRecovery } from '../emails/recovery-news.ts'

/** Asks that a team's keys be recovered for one of its people; everybody concerned is told (`follow-vault.ts`). */
export async function askForRecovery(tx: Tx, kind: TeamKind, person: string): Promise<Outcome> {
  return askRecovery(tx, await teamFor(tx, kind), person)
}

export async function stopTheRecovery(tx: Tx, recovery: string): Promise<Outcome> {
  const outcome = await stopRecovery(tx, recovery)
  if (outcome.ok) await tellRecovery(tx, recovery, 'stopped')
  return outcome
}

export async function handOverShare(tx: Tx, vault: Unlocked, recovery: string): Promise<Outcome> {
  const outcome = await handShare(tx, vault, recovery)
  if (!outcome.ok) return outcome
  await record(tx, {
    action: 'people.recovery_share_handed',
    subject: { type: 'recovery', id: recovery },
    visibility: 'members',
  })
  return { ok: true }
}

/** Puts two shares together. `renewed` is false where the custodians are no longer three of three members. */
export async function completeTheRecovery(
  tx: Tx,
  vault: Unlocked,
  recovery: string,
): Promise<Outcome<{ renewed: boolean }>> {
  try {
    const outcome = await completeRecovery(tx, vault, recovery)
    if (outcome.ok) await tellRecovery(tx, recovery, 'completed')
    return outcome
  } catch (error) {
    // Found before anything is written.
    if (error instanceof SealBroken) return refuse('people.vault.recovery.keysBroken')
    throw error
  }
}
