import { rows, type Tx } from '#platform/database/scope.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { decrypt, encrypt, newKey } from './cipher.ts'
import type { Bytes, Context } from './context.ts'
import { wrapContext } from './keys.ts'
import {
  type Cost,
  isLongEnough,
  shortestPassphrase,
  unwrapByPasskey,
  unwrapByPassphrase,
  usualCost,
  wrapUnderPassphrase,
} from './passphrase.ts'
import { openSeal } from './seal.ts'

/** What opens a private key: a passphrase, or a passkey with the 32 bytes that it yields (WebAuthn PRF). */
export type Secret = { passphrase: string } | { credential: string; prf: Uint8Array }

/** A vault that is open in this request. Holds a private key: keep it in the request, never write it anywhere. */
export type Unlocked = {
  account: string
  /** The person's key that is open: the effective one, or a retired one whose seals are to be made anew. */
  key: string
  /** Opens what was sealed to the person's key. Throws SealBroken. */
  open: (context: Context, sealed: Uint8Array) => Promise<Bytes>
  /** For what must have the key itself: another wrap of it. */
  withPrivateKey: <T>(work: (privateKey: Bytes) => Promise<T>) => Promise<T>
}

type Wrap = {
  id: string
  account: string
  key: string
  salt: Buffer
  verifier: Buffer
  wrapped: Buffer
} & Cost

const halfContext = (account: string, key: string, session: string, unlock: string): Context => [
  'unlock',
  ...[account, key, session, unlock],
]

async function findWrap(tx: Tx, key: string | null, credential: string | null): Promise<Wrap | undefined> {
  const [found] = await rows<Wrap>(
    tx,
    'vault.wrap',
    `select w.id, w.account_id as account, w.key_id as key, w.salt, w.verifier, w.wrapped, w.memory, w.passes, w.lanes
     from vault.wraps w join vault.keys k on k.id = w.key_id
     where w.account_id = platform.current_account() and w.credential_id is not distinct from $2
       and case when $1::uuid is not null then k.id = $1
         else k.effective_at <= clock_timestamp() and (k.retired_at is null or k.retired_at > clock_timestamp()) end`,
    [key, credential],
  )
  return found
}

const isCheaper = (wrap: Cost, cost: Cost) =>
  wrap.memory < cost.memory || wrap.passes < cost.passes || wrap.lanes < cost.lanes

async function wrapAnew(
  tx: Tx,
  wrap: Wrap,
  passphrase: string,
  privateKey: Bytes,
  cost: Cost,
): Promise<void> {
  const context = wrapContext(wrap.account, wrap.key)
  const { salt, verifier, wrapped } = await wrapUnderPassphrase(passphrase, context, privateKey, cost)
  await rows(
    tx,
    'vault.wrap-anew',
    `update vault.wraps set salt = $2, memory = $3, passes = $4, lanes = $5, verifier = $6, wrapped = $7 where id = $1`,
    [wrap.id, salt, cost.memory, cost.passes, cost.lanes, verifier, wrapped],
  )
}

async function unwrap(tx: Tx, wrap: Wrap, secret: Secret, cost: Cost): Promise<Bytes | null> {
  const context = wrapContext(wrap.account, wrap.key)
  if ('prf' in secret) return unwrapByPasskey(secret.prf, context, wrap)
  const privateKey = await unwrapByPassphrase(secret.passphrase, context, wrap, wrap)
  // The only moment in which the program has both the passphrase and the key.
  if (privateKey && isCheaper(wrap, cost)) await wrapAnew(tx, wrap, secret.passphrase, privateKey, cost)
  return privateKey
}

const cookieOf = (unlock: string, half: Uint8Array): string =>
  Buffer.concat([Buffer.from(unlock.replaceAll('-', ''), 'hex'), half]).toString('base64url')

function readCookie(cookie: string): { unlock: string; half: Buffer } | null {
  const bytes = Buffer.from(cookie, 'base64url')
  if (bytes.length !== 48) return null
  const unlock = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return { unlock, half: bytes.subarray(16) }
}

/**
 * Opens the own vault for half an hour, in this session. The cookie that is returned holds one half of what opens the key,
 * the database the other: set it HttpOnly, Secure, SameSite=Strict. Refuses a session without a second factor, somebody
 * without a key, and a wrong passphrase or passkey. `key` names a retired key whose seals are to be made anew; a wrap that
 * costs less than `cost` is made anew. Counting wrong attempts is the caller's: this transaction may be rolled back.
 */
export async function unlock(
  tx: Tx,
  session: string,
  secret: Secret,
  { key = null, cost = usualCost }: { key?: string | null; cost?: Cost } = {},
): Promise<Outcome<{ cookie: string; expiresAt: string }>> {
  const [asked] = await rows<{ assured: boolean }>(
    tx,
    'vault.assured',
    'select vault.is_assured($1) as assured',
    [session],
  )
  if (!asked?.assured) return refuse('platform.vault.notAssured')
  const wrap = await findWrap(tx, key, 'credential' in secret ? secret.credential : null)
  if (!wrap) return refuse('prf' in secret ? 'platform.vault.passkeyUnknown' : 'platform.vault.noKey')
  const privateKey = await unwrap(tx, wrap, secret, cost)
  if (!privateKey)
    return refuse('prf' in secret ? 'platform.vault.passkeyUnknown' : 'platform.vault.passphraseWrong')
  const [id, half] = [crypto.randomUUID(), newKey()]
  const sealed = await encrypt(half, halfContext(wrap.account, wrap.key, session, id), privateKey)
  const [begun] = await rows<{ expiresAt: string }>(
    tx,
    'vault.begin-unlock',
    'select vault.begin_unlock($1, $2, $3, $4) as "expiresAt"',
    [id, session, wrap.key, sealed],
  )
  return { ok: true, cookie: cookieOf(id, half), expiresAt: begun!.expiresAt }
}

/** The open vault of this session; null when there is none, or half an hour is over. Throws SealBroken when it is damaged. */
export async function unlocked(tx: Tx, session: string, cookie: string): Promise<Unlocked | null> {
  const read = readCookie(cookie)
  if (!read) return null
  const [found] = await rows<{ account: string; key: string; half: Buffer }>(
    tx,
    'vault.read-unlock',
    'select platform.current_account() as account, key_id as key, half from vault.read_unlock($1, $2)',
    [read.unlock, session],
  )
  if (!found) return null
  const { account, key, half } = found
  const privateKey = await decrypt(read.half, halfContext(account, key, session, read.unlock), half)
  return {
    account,
    key,
    open: (context, sealed) => openSeal(privateKey, context, sealed),
    withPrivateKey: work => work(privateKey),
  }
}

/** When the open vault of this cookie closes by itself; null when it is closed. Opens nothing. */
export async function openUntil(tx: Tx, cookie: string): Promise<Temporal.Instant | null> {
  const read = readCookie(cookie)
  if (!read) return null
  const [found] = await rows<{ expiresAt: string }>(
    tx,
    'vault.open-until',
    `select expires_at as "expiresAt" from vault.unlocks where id = $1 and expires_at > clock_timestamp()`,
    [read.unlock],
  )
  return found ? Temporal.Instant.from(found.expiresAt) : null
}

/**
 * Another passphrase for the own effective key, for who knows the one before. Refuses a wrong and a short one. Counting
 * wrong attempts is the caller's, as in `unlock`.
 */
export async function changePassphrase(
  tx: Tx,
  { from, to }: { from: string; to: string },
  cost: Cost = usualCost,
): Promise<Outcome> {
  if (!isLongEnough(to)) return refuse('platform.vault.passphraseShort', { minimum: shortestPassphrase })
  const wrap = await findWrap(tx, null, null)
  if (!wrap) return refuse('platform.vault.noKey')
  const privateKey = await unwrapByPassphrase(from, wrapContext(wrap.account, wrap.key), wrap, wrap)
  if (!privateKey) return refuse('platform.vault.passphraseWrong')
  await wrapAnew(tx, wrap, to, privateKey, cost)
  return { ok: true }
}

/** Closes every open vault of the own account, in all its sessions. */
export async function lock(tx: Tx): Promise<void> {
  await rows(tx, 'vault.lock', 'delete from vault.unlocks where account_id = platform.current_account()')
}
