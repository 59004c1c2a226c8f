import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSource, trackedFiles } from '#tests/source-files.ts'
import { decrypt, encrypt, newKey } from './cipher.ts'
import { type Context, contextBytes, SealBroken } from './context.ts'
import { padded, unpadded } from './padding.ts'
import { keyPairFrom, newKeyPair, openSeal, sealTo } from './seal.ts'

const bytes = fc.uint8Array({ maxLength: 700 }).map(array => new Uint8Array(array))
const context = fc
  .array(fc.string({ maxLength: 12, unit: 'grapheme' }), { minLength: 1, maxLength: 4 })
  .map(fields => fields as unknown as Context)
const few = { numRuns: 40 }

describe('a seal', () => {
  test('opens for the key it was made for, in its context', async () => {
    const pair = await newKeyPair()
    const property = fc.asyncProperty(bytes, context, async (text, place) => {
      expect(await openSeal(pair.privateKey, place, await sealTo(pair.publicKey, place, text))).toEqual(text)
    })
    await fc.assert(property, few)
  })

  test('opens in no other context and for no other key', async () => {
    const [pair, other] = [await newKeyPair(), await newKeyPair()]
    const property = fc.asyncProperty(context, context, async (place, elsewhere) => {
      fc.pre(JSON.stringify(place) !== JSON.stringify(elsewhere))
      const sealed = await sealTo(pair.publicKey, place, new Uint8Array(32))
      await expect(openSeal(pair.privateKey, elsewhere, sealed)).rejects.toThrow(SealBroken)
      await expect(openSeal(other.privateKey, place, sealed)).rejects.toThrow(SealBroken)
    })
    await fc.assert(property, few)
  })

  test('does not open when any byte is another, or when some are missing', async () => {
    const pair = await newKeyPair()
    const sealed = await sealTo(pair.publicKey, ['test'], new Uint8Array(32).fill(7))
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))
      await expect(openSeal(pair.privateKey, ['test'], changed), `byte ${at}`).rejects.toThrow(SealBroken)
    }
    for (const end of [0, 1, 33, 48, sealed.length - 1]) {
      await expect(openSeal(pair.privateKey, ['test'], sealed.subarray(0, end))).rejects.toThrow(SealBroken)
    }
  })

  test('never looks the same twice', async () => {
    const { publicKey } = await newKeyPair()
    const once = await sealTo(publicKey, ['test'], new Uint8Array(32))
    expect(await sealTo(publicKey, ['test'], new Uint8Array(32))).not.toEqual(once)
  })

  // RFC 9180 A.2.1.1: DHKEM(X25519, HKDF-SHA256); the key schedule of the other AEAD shares it.
  test('derives the recipient’s key pair of the RFC', async () => {
    const ikmR = Buffer.from('1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df', 'hex')
    const { publicKey, privateKey } = await keyPairFrom(new Uint8Array(ikmR))
    expect(Buffer.from(publicKey).toString('hex')).toBe(
      '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
    )
    expect(Buffer.from(privateKey).toString('hex')).toBe(
      '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
    )
  })
})

describe('a cipher text', () => {
  test('decrypts under its key in its context, and nowhere else', async () => {
    const property = fc.asyncProperty(bytes, context, context, async (text, place, elsewhere) => {
      fc.pre(JSON.stringify(place) !== JSON.stringify(elsewhere))
      const key = newKey()
      const sealed = await encrypt(key, place, text)
      expect(await decrypt(key, place, sealed)).toEqual(text)
      await expect(decrypt(key, elsewhere, sealed)).rejects.toThrow(SealBroken)
      await expect(decrypt(newKey(), place, sealed)).rejects.toThrow(SealBroken)
      await expect(decrypt(key, place, sealed.subarray(0, -1))).rejects.toThrow(SealBroken)
    })
    await fc.assert(property, few)
  })

  test('has a length that says no more than every 256 bytes', () => {
    fc.assert(
      fc.property(bytes, text => {
        const filled = padded(text)
        expect(filled.length % 256).toBe(0)
        expect(filled.length - text.length).toBeLessThanOrEqual(256)
        expect(unpadded(filled, ['test'])).toEqual(text)
      }),
    )
    expect(() => unpadded(new Uint8Array(256), ['test'])).toThrow(SealBroken)
    expect(() => unpadded(new Uint8Array(256).fill(1), ['test'])).toThrow(SealBroken)
  })
})

test('two contexts never have the same bytes', () => {
  fc.assert(
    fc.property(context, context, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other))
      expect(contextBytes(one)).not.toEqual(contextBytes(other))
    }),
  )
  expect(contextBytes(['a', 'bc'])).not.toEqual(contextBytes(['ab', 'c']))
})

test('what somebody who reports needs runs in a browser: it imports nothing of Node', () => {
  const tracked = new Map(
    trackedFiles('src/platform/vault/*.ts')
      .map(readSource)
      .map(file => [file.path, file]),
  )
  const reached = new Set(
    ['sealed-record', 'sealed-file', 'receipt', 'stream'].map(name => `src/platform/vault/${name}.ts`),
  )
  for (const path of reached) for (const file of tracked.get(path)!.files) reached.add(file)
  expect(reached.size).toBeGreaterThan(5)
  const needed = [...reached].flatMap(path => tracked.get(path)!.specifiers)
  expect([...new Set(needed.filter(name => !name.startsWith('./')))]).toEqual(['@hpke/core'])
  const texts = [...reached].map(path => tracked.get(path)!.text)
  expect(texts.filter(text => /\b(Buffer|process|require)\b/.test(text))).toEqual([])
})
