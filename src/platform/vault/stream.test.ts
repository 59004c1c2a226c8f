import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newKey } from './cipher.ts'
import { SealBroken } from './context.ts'
import { decryptStream, encryptStream, sealedChunkSize } from './stream.ts'

const chunk = 64 * 1024
const sealed = async (key: Uint8Array, ...pieces: Uint8Array[]) => Array.fromAsync(encryptStream(key, pieces))
const opened = async (key: Uint8Array, pieces: Uint8Array[]) =>
  Buffer.concat(await Array.fromAsync(decryptStream(key, pieces, ['test'])))
const cut = (bytes: Buffer, places: number[]) => {
  const ends = [...places.map(place => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

describe('a stream', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5])('keeps %i bytes', async size => {
    const key = newKey()
    const bytes = randomBytes(size)
    const chunks = await sealed(key, bytes)
    expect(chunks.length).toBe(Math.max(1, Math.ceil(size / chunk)))
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(sealedChunkSize)
    expect((await opened(key, chunks)).equals(bytes)).toBe(true)
  })

  test('is the same however it arrives in pieces', async () => {
    const places = fc.array(fc.nat(4 * chunk), { maxLength: 6 })
    const property = fc.asyncProperty(fc.nat(3 * chunk), places, places, async (size, there, back) => {
      const key = newKey()
      const bytes = randomBytes(size)
      const chunks = await sealed(key, ...cut(bytes, there))
      expect(chunks).toEqual(await sealed(key, bytes))
      expect((await opened(key, cut(Buffer.concat(chunks), back))).equals(bytes)).toBe(true)
    })
    await fc.assert(property, { numRuns: 30 })
  })

  test('refuses chunks that are missing, doubled, in another order, changed, or of another stream', async () => {
    const key = newKey()
    const [one, two, three] = await sealed(key, randomBytes(3 * chunk))
    const [other] = await sealed(key, randomBytes(10))
    const broken: [string, Uint8Array[]][] = [
      ['nothing', []],
      ['no end', [one!, two!]],
      ['an end cut off', [one!, two!, three!.subarray(0, -1)]],
      ['an end without a chunk', [one!, two!, three!.subarray(0, 0)]],
      ['no beginning', [two!, three!]],
      ['a gap', [one!, three!]],
      ['a chunk twice', [one!, one!, two!, three!]],
      ['the end twice', [one!, two!, three!, three!]],
      ['another order', [two!, one!, three!]],
      ['more after the end', [one!, two!, three!, new Uint8Array(1)]],
      ['the end of another', [one!, two!, other!]],
      ['a changed byte', [one!, two!.map((byte, at) => (at === 9 ? byte ^ 1 : byte)), three!]],
    ]
    for (const [what, pieces] of broken) {
      await expect(opened(key, pieces), what).rejects.toThrow(SealBroken)
    }
    await expect(opened(newKey(), [one!, two!, three!])).rejects.toThrow(SealBroken)
    expect((await opened(key, [one!, two!, three!])).length).toBe(3 * chunk)
  })

  test('gives out nothing of a chunk that is not whole', async () => {
    const key = newKey()
    const [one, two] = await sealed(key, randomBytes(2 * chunk))
    const given: number[] = []
    const reading = (async () => {
      for await (const { length } of decryptStream(key, [one!, two!.subarray(0, 100)], ['test']))
        given.push(length)
    })()
    await expect(reading).rejects.toThrow(SealBroken)
    expect(given).toEqual([chunk])
  })

  test('has no second form: an empty chunk behind full ones is refused', async () => {
    const key = newKey()
    const [one] = await sealed(key, randomBytes(chunk + 1))
    const iv = new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
    const end = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, new Uint8Array(0))
    await expect(opened(key, [one!, new Uint8Array(end)])).rejects.toThrow(SealBroken)
  })
})
