import { split } from 'shamir-secret-sharing'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { Context } from './context.ts'
import { type KeyPair, newKeyPair, sealTo } from './seal.ts'
import { openGeneration, recoverySealContext, umbrellaOf } from './teams.ts'
import type { Unlocked } from './unlock.ts'

/** What a custodian's share is sealed for. */
export const shareContext = (umbrella: string, recoveryKey: string, key: string): Context => [
  'recovery-share',
  ...[umbrella, recoveryKey, key],
]

/** An effective key of a person. */
export type Key = { id: string; account: string; publicKey: Buffer }

/** The keys that count now, of those of these persons who have one. */
export const effectiveKeys = (tx: Tx, accounts: readonly string[]): Promise<Key[]> =>
  rows(
    tx,
    'vault.effective-keys-of',
    `select id, account_id as account, public_key as "publicKey" from vault.keys where account_id = any ($1)
       and effective_at <= clock_timestamp() and (retired_at is null or retired_at > clock_timestamp())`,
    [accounts],
  )

export type NewRecoveryKey = { id: string; pair: KeyPair; values: unknown[] }

/** The values of a new recovery key for the database: 2 of 3 shares, each sealed to a custodian. */
export async function newRecoveryKey(umbrella: string, keys: Key[]): Promise<NewRecoveryKey> {
  const [id, pair] = [newId(), await newKeyPair()]
  const shares = await split(pair.privateKey, 3, 2)
  const sealed = await Promise.all(
    keys.map(({ id: key, publicKey }, at) => sealTo(publicKey, shareContext(umbrella, id, key), shares[at]!)),
  )
  const values = [
    id,
    Buffer.from(pair.publicKey),
    keys.map(key => key.id),
    sealed.map(share => Buffer.from(share)),
  ]
  return { id, pair, values }
}

/**
 * Makes the umbrella a new recovery key, whose shares three custodians keep: also when one leaves or has a new key. Earlier
 * keys of teams become recoverable again by `makeRecoverable`. Refuses people who are not of three members, read sealed
 * records, or have no key. Let two persons decide it.
 */
export async function appointCustodians(tx: Tx, accounts: readonly string[]): Promise<Outcome> {
  const keys = await effectiveKeys(tx, accounts)
  if (keys.length !== 3) return refuse('platform.vault.custodiansNotApart')
  const { id, values } = await newRecoveryKey(umbrellaOf(tx), keys)
  return refusingWhenViolated(tx, { custodians_apart: 'platform.vault.custodiansNotApart' }, async () => {
    await rows(tx, 'vault.set-recovery-key', 'select vault.set_recovery_key($1, $2, $3, $4)', values)
    await record(tx, {
      action: 'vault.custodians_appointed',
      subject: { type: 'recovery_key', id },
      visibility: 'members',
    })
    return { ok: true }
  })
}

/** Seals to the recovery key the generations that the unlocked person has and it has not. Returns how many. */
export async function makeRecoverable(tx: Tx, unlocked: Unlocked, team: string): Promise<number> {
  const [recoveryKey] = await rows<{ id: string; umbrella: string; publicKey: Buffer }>(
    tx,
    'vault.recovery-key-in-use',
    `select id, umbrella_id as umbrella, public_key as "publicKey" from vault.recovery_keys
     where umbrella_id = platform.current_umbrella() and retired_at is null`,
  )
  if (!recoveryKey) return 0
  const missing = await rows<{ id: string }>(
    tx,
    'vault.not-recoverable',
    'select vault.not_recoverable($1) as id',
    [team],
  )
  let sealed = 0
  for (const { id } of missing) {
    const privateKey = await openGeneration(tx, unlocked, id)
    if (!privateKey) continue
    const seal = await sealTo(
      recoveryKey.publicKey,
      recoverySealContext(recoveryKey.umbrella, id, recoveryKey.id),
      privateKey,
    )
    await rows(tx, 'vault.seal-for-recovery', 'select vault.seal_for_recovery($1, $2, $3)', [
      id,
      recoveryKey.id,
      seal,
    ])
    sealed++
  }
  return sealed
}
