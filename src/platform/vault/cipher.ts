import { type Bytes, type Context, contextBytes, copyOf, joined, SealBroken } from './context.ts'

// Read by browsers too: nothing of Node may be imported here.

const nonceLength = 12

/** A new random key of 32 bytes. */
export const newKey = (): Bytes => crypto.getRandomValues(new Uint8Array(32))

/** A key of 32 bytes for one use, from secret bytes that are already hard to guess (HKDF-SHA256). */
export async function keyFor(secret: Uint8Array, context: Context): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', copyOf(secret), 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: contextBytes(context) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256))
}

/** A key as Web Crypto wants it. */
export const gcmKey = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', copyOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** AES-256-GCM under a key, for one context: a random nonce, then the ciphertext. */
export async function encrypt(key: Uint8Array, context: Context, bytes: Uint8Array): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
  const additionalData = contextBytes(context)
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await gcmKey(key),
    copyOf(bytes),
  )
  return joined(iv, new Uint8Array(sealed))
}

/** Decrypts what `encrypt` made under this key for this very context. Throws SealBroken. */
export async function decrypt(key: Uint8Array, context: Context, sealed: Uint8Array): Promise<Bytes> {
  const iv = copyOf(sealed.subarray(0, nonceLength))
  const additionalData = contextBytes(context)
  try {
    const ciphertext = copyOf(sealed.subarray(nonceLength))
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, await gcmKey(key), ciphertext),
    )
  } catch (error) {
    throw new SealBroken(context, error)
  }
}
