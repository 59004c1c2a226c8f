import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, type Context, contextBytes, copyOf, joined, SealBroken } from './context.ts'

// Read by browsers too: nothing of Node may be imported here.

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

const version = 1
const encapsulated = 32
const empty = new Uint8Array(0)

/** An X25519 key pair, raw: 32 bytes each. */
export type KeyPair = { publicKey: Bytes; privateKey: Bytes }

async function raw(pair: CryptoKeyPair): Promise<KeyPair> {
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  }
}

/** A new random key pair. */
export const newKeyPair = async (): Promise<KeyPair> => raw(await suite.kem.generateKeyPair())

/** The key pair that belongs to these 32 secret bytes (RFC 9180, DeriveKeyPair). */
export const keyPairFrom = async (secret: Bytes): Promise<KeyPair> =>
  raw(await suite.kem.deriveKeyPair(secret))

/** Seals bytes to a public key, for one context (HPKE, base mode): version, encapsulated key, ciphertext. */
export async function sealTo(publicKey: Uint8Array, context: Context, bytes: Uint8Array): Promise<Bytes> {
  const { enc, ct } = await suite.seal(
    {
      recipientPublicKey: await suite.kem.deserializePublicKey(copyOf(publicKey)),
      info: contextBytes(context),
    },
    copyOf(bytes),
    empty,
  )
  return joined(new Uint8Array([version]), new Uint8Array(enc), new Uint8Array(ct))
}

/** Opens what was sealed to the key's public half for this very context. Throws SealBroken. */
export async function openSeal(privateKey: Uint8Array, context: Context, sealed: Uint8Array): Promise<Bytes> {
  if (sealed[0] !== version || sealed.length < 1 + encapsulated + 16) throw new SealBroken(context)
  try {
    const opened = await suite.open(
      {
        recipientKey: await suite.kem.deserializePrivateKey(copyOf(privateKey)),
        enc: copyOf(sealed.subarray(1, 1 + encapsulated)),
        info: contextBytes(context),
      },
      copyOf(sealed.subarray(1 + encapsulated)),
      empty,
    )
    return new Uint8Array(opened)
  } catch (error) {
    throw new SealBroken(context, error)
  }
}
