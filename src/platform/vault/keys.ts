import { rows, type Tx } from '#platform/database/scope.ts'
import { event } from '#platform/events.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { Context } from './context.ts'
import {
  type Cost,
  isLongEnough,
  shortestPassphrase,
  usualCost,
  wrapUnderPasskey,
  wrapUnderPassphrase,
} from './passphrase.ts'
import { newKeyPair } from './seal.ts'
import type { Unlocked } from './unlock.ts'

/** A person's key as everybody who may seal to it sees it. */
export type PersonKey = {
  id: string
  account: string
  publicKey: Uint8Array
  fingerprint: string
  effectiveAt: string
  retiredAt: string | null
}

/** Somebody changed their key; it counts from `effectiveAt` on. Rooms tell the person and everybody of their teams. */
export const keyChanged = event<{ account: string; fingerprint: string; effectiveAt: string }>(
  'vault.key_changed',
)

/** What a wrap of a private key is bound to. */
export const wrapContext = (account: string, key: string): Context => ['wrap', account, key]

const columns = `id, account_id as account, public_key as "publicKey", fingerprint, effective_at as "effectiveAt",
  retired_at as "retiredAt"`

/** The keys of the transaction's own account, newest first: at most one that is coming, one effective, retired ones. */
export const ownKeys = (tx: Tx): Promise<PersonKey[]> =>
  rows(
    tx,
    'vault.own-keys',
    `select ${columns} from vault.keys where account_id = platform.current_account() order by effective_at desc`,
  )

/** The key that counts now for the transaction's own account. */
export async function ownEffectiveKey(tx: Tx): Promise<PersonKey | undefined> {
  const [found] = await rows<PersonKey>(
    tx,
    'vault.own-effective-key',
    `select ${columns} from vault.keys where account_id = platform.current_account()
       and effective_at <= clock_timestamp() and (retired_at is null or retired_at > clock_timestamp())`,
  )
  return found
}

async function accountOf(tx: Tx): Promise<string> {
  const [asking] = await rows<{ account: string | null }>(
    tx,
    'vault.account',
    'select platform.current_account() as account',
  )
  if (!asking?.account) throw new Error('the vault knows people who are signed in')
  return asking.account
}

const insertWrap = `insert into vault.wraps (id, key_id, kind, salt, memory, passes, lanes, credential_id, verifier, wrapped)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

/**
 * Makes the own account a key pair, wrapped under a passphrase. The first counts at once; a change after 72 hours, and
 * `vault.key_changed` tells. Refuses a short passphrase, and a change while another one waits.
 */
export async function createKeys(
  tx: Tx,
  passphrase: string,
  cost: Cost = usualCost,
): Promise<Outcome<{ key: PersonKey }>> {
  if (!isLongEnough(passphrase))
    return refuse('platform.vault.passphraseShort', { minimum: shortestPassphrase })
  const before = await ownKeys(tx)
  if (
    before[0] &&
    Temporal.Instant.compare(Temporal.Instant.from(before[0].effectiveAt), Temporal.Now.instant()) > 0
  )
    return refuse('platform.vault.keyComing')
  const [account, id, pair] = [await accountOf(tx), newId(), await newKeyPair()]
  const wrap = await wrapUnderPassphrase(passphrase, wrapContext(account, id), pair.privateKey, cost)
  await rows(tx, 'vault.add-key', 'insert into vault.keys (id, public_key) values ($1, $2)', [
    id,
    Buffer.from(pair.publicKey),
  ])
  await rows(tx, 'vault.add-wrap', insertWrap, [
    ...[newId(), id, 'passphrase', wrap.salt, cost.memory, cost.passes, cost.lanes, null],
    ...[wrap.verifier, wrap.wrapped],
  ])
  const key = (await ownKeys(tx)).find(made => made.id === id)!
  if (before.length > 0) {
    await keyChanged.emit(tx, { account, fingerprint: key.fingerprint, effectiveAt: key.effectiveAt })
  }
  return { ok: true, key }
}

/** Takes back a change of the own key that has not taken effect. Returns whether there was one. */
export async function withdrawComingKey(tx: Tx): Promise<boolean> {
  const [withdrawn] = await rows<{ id: string | null }>(
    tx,
    'vault.withdraw-key',
    'select vault.withdraw_coming_key() as id',
  )
  return withdrawn?.id != null
}

/** The passkeys that open the own effective key, by their credential ids. */
export async function ownPasskeyWraps(tx: Tx): Promise<string[]> {
  const found = await rows<{ credential: string }>(
    tx,
    'vault.own-passkeys',
    `select w.credential_id as credential from vault.wraps w join vault.keys k on k.id = w.key_id
     where w.account_id = platform.current_account() and w.kind = 'passkey' and k.effective_at <= clock_timestamp()
       and (k.retired_at is null or k.retired_at > clock_timestamp())
     order by w.created_at, w.id`,
  )
  return found.map(({ credential }) => credential)
}

/** Lets a passkey open the vault too. `prf`: the 32 bytes that it yields (WebAuthn PRF). */
export async function addPasskeyWrap(
  tx: Tx,
  unlocked: Unlocked,
  { credential, prf }: { credential: string; prf: Uint8Array },
): Promise<Outcome> {
  const known = await rows(
    tx,
    'vault.passkey-known',
    'select from vault.wraps where key_id = $1 and credential_id = $2',
    [unlocked.key, credential],
  )
  if (known.length > 0) return refuse('platform.vault.passkeyKnown')
  const context = wrapContext(unlocked.account, unlocked.key)
  const wrap = await unlocked.withPrivateKey(privateKey => wrapUnderPasskey(prf, context, privateKey))
  return refusingWhenViolated(tx, { own_passkey: 'platform.vault.passkeyUnknown' }, async () => {
    await rows(tx, 'vault.add-wrap', insertWrap, [
      ...[newId(), unlocked.key, 'passkey', wrap.salt, null, null, null, credential],
      ...[wrap.verifier, wrap.wrapped],
    ])
    return { ok: true }
  })
}

/** A passkey opens the vault no longer. The passphrase always does. False when it opened nothing. */
export async function removePasskeyWrap(tx: Tx, credential: string): Promise<boolean> {
  const text = 'delete from vault.wraps where credential_id = $1 returning id'
  return (await rows(tx, 'vault.remove-passkey', text, [credential])).length > 0
}
