import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personOfToken, unsubscribeToken } from './unsubscribe.ts'

const key = Buffer.alloc(32, 1)

describe('the token of an unsubscribe link', () => {
  test('names the person it was made for, under the key it was made with', () => {
    fc.assert(
      fc.property(fc.uuid(), person => {
        const token = unsubscribeToken(key, person)
        expect(token).toMatch(/^[\w-]{43}$/)
        expect(personOfToken(key, token)).toBe(person)
        expect(personOfToken(Buffer.alloc(32, 2), token)).toBeNull()
      }),
    )
  })

  test('is refused after any bit of it was turned', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 255 }), (person, bit) => {
        const bytes = Buffer.from(unsubscribeToken(key, person), 'base64url')
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        expect(personOfToken(key, bytes.toString('base64url'))).toBeNull()
      }),
    )
  })

  test.each(['', 'x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`, 'ї'.repeat(43)])(
    'is refused: %j',
    token => {
      expect(personOfToken(key, token)).toBeNull()
    },
  )
})
