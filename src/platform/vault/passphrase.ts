import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { decrypt, encrypt, keyFor } from './cipher.ts'
import { type Bytes, type Context, SealBroken } from './context.ts'

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

/** What Argon2id costs: KiB of memory, passes, lanes. Kept beside each wrap, so that it can be raised. */
export type Cost = { memory: number; passes: number; lanes: number }

/** RFC 9106 §4, second recommendation. */
export const usualCost: Cost = { memory: 64 * 1024, passes: 3, lanes: 4 }

/** The least number of characters of a passphrase. */
export const shortestPassphrase = 12

/** One passphrase, however a keyboard composed its letters. */
const normalised = (passphrase: string): string => passphrase.normalize('NFKC')

/** Whether a passphrase is long enough, counted in characters that people see. */
export const isLongEnough = (passphrase: string): boolean =>
  [...new Intl.Segmenter().segment(normalised(passphrase).trim())].length >= shortestPassphrase

/** A private key encrypted under a secret. The verifier tells a wrong secret from a damaged wrap. */
export type Wrap = { salt: Bytes; verifier: Bytes; wrapped: Bytes }
export type StoredWrap = { salt: Uint8Array; verifier: Uint8Array; wrapped: Uint8Array }

const newSalt = (): Bytes => new Uint8Array(randomBytes(16))

/** 32 bytes from a passphrase, slow to try out. */
export async function stretch(passphrase: string, salt: Uint8Array, cost: Cost): Promise<Bytes> {
  const { memory, passes, lanes: parallelism } = cost
  const message = Buffer.from(normalised(passphrase))
  return new Uint8Array(
    await derive('argon2id', { message, nonce: salt, memory, passes, parallelism, tagLength: 32 }),
  )
}

const verifierOf = (secret: Uint8Array, context: Context) => keyFor(secret, ['verifier', ...context])
const keyOf = (secret: Uint8Array, context: Context) => keyFor(secret, ['wrap', ...context])

async function wrapWith(
  secret: Uint8Array,
  salt: Bytes,
  context: Context,
  privateKey: Uint8Array,
): Promise<Wrap> {
  return {
    salt,
    verifier: await verifierOf(secret, context),
    wrapped: await encrypt(await keyOf(secret, context), context, privateKey),
  }
}

async function unwrapWith(secret: Uint8Array, context: Context, wrap: StoredWrap): Promise<Bytes | null> {
  if (!timingSafeEqual(await verifierOf(secret, context), wrap.verifier)) return null
  const opened = await decrypt(await keyOf(secret, context), context, wrap.wrapped)
  if (opened.length !== 32) throw new SealBroken(context)
  return opened
}

/** Wraps a private key under a passphrase. */
export async function wrapUnderPassphrase(
  passphrase: string,
  context: Context,
  privateKey: Uint8Array,
  cost: Cost,
): Promise<Wrap> {
  const salt = newSalt()
  return wrapWith(await stretch(passphrase, salt, cost), salt, context, privateKey)
}

/** The wrapped private key; null when it is another passphrase. Throws SealBroken when the wrap is damaged. */
export async function unwrapByPassphrase(
  passphrase: string,
  context: Context,
  wrap: StoredWrap,
  cost: Cost,
): Promise<Bytes | null> {
  return unwrapWith(await stretch(passphrase, wrap.salt, cost), context, wrap)
}

// What a passkey yields (WebAuthn PRF) is random already: nothing to stretch.
const saltedPrf = (prf: Uint8Array, salt: Uint8Array) =>
  keyFor(prf, ['passkey', Buffer.from(salt).toString('hex')])

/** Wraps a private key under the 32 bytes that a passkey yields (WebAuthn PRF). */
export async function wrapUnderPasskey(
  prf: Uint8Array,
  context: Context,
  privateKey: Uint8Array,
): Promise<Wrap> {
  if (prf.length !== 32) throw new TypeError('a passkey yields 32 bytes')
  const salt = newSalt()
  return wrapWith(await saltedPrf(prf, salt), salt, context, privateKey)
}

/** The wrapped private key; null when it is another passkey. Throws SealBroken when the wrap is damaged. */
export async function unwrapByPasskey(
  prf: Uint8Array,
  context: Context,
  wrap: StoredWrap,
): Promise<Bytes | null> {
  return unwrapWith(await saltedPrf(prf, wrap.salt), context, wrap)
}
