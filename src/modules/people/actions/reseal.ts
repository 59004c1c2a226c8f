import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import {
  lock,
  ownKeys,
  resealForMyself,
  type TeamKind,
  teamFor,
  unlock,
  unlocked,
} from '#platform/vault/index.ts'

/** The key that somebody had before the one in effect; null where there was none. */
export async function formerKey(tx: Tx): Promise<string | null> {
  const now = Temporal.Now.instant()
  const over = (await ownKeys(tx)).find(
    ({ retiredAt }) => retiredAt && Temporal.Instant.compare(Temporal.Instant.from(retiredAt), now) <= 0,
  )
  return over?.id ?? null
}

/**
 * Who changed their key and still opens the one before lets themself in again: it is opened for this transaction alone, and
 * the vault is locked afterwards.
 */
export async function resealByFormerKey(
  tx: Tx,
  session: string,
  kind: TeamKind,
  passphrase: string,
): Promise<Outcome> {
  const key = await formerKey(tx)
  if (!key) return refuse('platform.vault.noKey')
  const opened = await unlock(tx, session, { passphrase }, { key })
  if (!opened.ok) return opened
  const team = await teamFor(tx, kind)
  const sealed = await resealForMyself(tx, (await unlocked(tx, session, opened.cookie))!, team)
  await lock(tx)
  if (sealed === 0) return refuse('people.vault.formerUseless')
  const subject = { type: 'team', id: team }
  await record(tx, {
    action: 'people.team_key_shared',
    subject,
    visibility: 'members',
    detail: { role: kind },
  })
  return { ok: true }
}
