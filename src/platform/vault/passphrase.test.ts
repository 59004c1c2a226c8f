import { argon2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newKey } from './cipher.ts'
import { SealBroken } from './context.ts'
import {
  isLongEnough,
  stretch,
  unwrapByPasskey,
  unwrapByPassphrase,
  wrapUnderPasskey,
  wrapUnderPassphrase,
} from './passphrase.ts'

const cheap = { memory: 64, passes: 1, lanes: 1 }
const privateKey = newKey()

describe('a passphrase', () => {
  test('is measured in characters as people see them', () => {
    expect(isLongEnough('дванадцять12')).toBe(true)
    expect(isLongEnough('одинадцять1')).toBe(false)
    expect(isLongEnough('           a')).toBe(false)
    expect(isLongEnough('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦')).toBe(false)
  })

  test('opens what it wrapped, however its letters were composed; another one does not', async () => {
    const wrap = await wrapUnderPassphrase('їжак і щось довше', ['wrap', 'a'], privateKey, cheap)
    const decomposed = 'їжак і щось довше'.normalize('NFD')
    expect(await unwrapByPassphrase(decomposed, ['wrap', 'a'], wrap, cheap)).toEqual(privateKey)
    expect(await unwrapByPassphrase('їжак і щось довшо', ['wrap', 'a'], wrap, cheap)).toBeNull()
    expect(await unwrapByPassphrase('їжак і щось довше', ['wrap', 'b'], wrap, cheap)).toBeNull()
  })

  test('tells damage from a wrong passphrase', async () => {
    const wrap = await wrapUnderPassphrase('a long passphrase', ['wrap'], privateKey, cheap)
    const wrapped = wrap.wrapped.map((byte, at) => (at === 20 ? byte ^ 1 : byte))
    await expect(
      unwrapByPassphrase('a long passphrase', ['wrap'], { ...wrap, wrapped }, cheap),
    ).rejects.toThrow(SealBroken)
    expect(await unwrapByPassphrase('some other phrase', ['wrap'], { ...wrap, wrapped }, cheap)).toBeNull()
  })

  test('is stretched by Argon2id with the cost that is given', async () => {
    const salt = new Uint8Array(16).fill(3)
    const cost = { memory: 256, passes: 2, lanes: 2 }
    const direct = argon2Sync('argon2id', {
      message: 'twelve signs',
      nonce: salt,
      memory: 256,
      passes: 2,
      parallelism: 2,
      tagLength: 32,
    })
    expect(Buffer.from(await stretch('twelve signs', salt, cost)).equals(direct)).toBe(true)
  })
})

test('a passkey opens what it wrapped, and another one does not', async () => {
  const prf = newKey()
  const wrap = await wrapUnderPasskey(prf, ['wrap'], privateKey)
  expect(await unwrapByPasskey(prf, ['wrap'], wrap)).toEqual(privateKey)
  expect(await unwrapByPasskey(newKey(), ['wrap'], wrap)).toBeNull()
  await expect(wrapUnderPasskey(new Uint8Array(31), ['wrap'], privateKey)).rejects.toThrow(TypeError)
})
