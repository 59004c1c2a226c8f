import type { Context } from 'hono'
import { describe, expect, test } from 'vitest'
import { TokenBuckets } from '#platform/counting/token-buckets.ts'
import type { Env } from '#platform/http/context.ts'
import { clientNetwork } from './client-address.ts'
import { SignInLimits } from './limits.ts'

describe('a token bucket', () => {
  test('lets a burst pass, then one at a time', () => {
    const buckets = new TokenBuckets({ burst: 3, seconds: 10 })
    const at = (seconds: number) => buckets.take('key', seconds * 1000)
    expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false])
    expect([at(9), at(10), at(10)]).toEqual([false, true, false])
    expect([at(1000), at(1000), at(1000), at(1000)]).toEqual([true, true, true, false])
  })

  test('counts each key by itself', () => {
    const buckets = new TokenBuckets({ burst: 1, seconds: 10 })
    expect([buckets.take('one', 0), buckets.take('two', 0), buckets.take('one', 0)]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('remembers only so many keys, the latest used', () => {
    const buckets = new TokenBuckets({ burst: 1, seconds: 1000 }, 2)
    for (const key of ['one', 'two', 'three']) buckets.take(key, 0)
    expect([buckets.take('three', 0), buckets.take('one', 0)]).toEqual([false, true])
  })
})

const generous = { burst: 1000, seconds: 1 }
const limits = (over: object) =>
  new SignInLimits({
    codesOfPlace: generous,
    codesOfMailbox: generous,
    codesOfAll: generous,
    triesOfPlace: generous,
    triesOfAll: generous,
    ...over,
  })

describe('the limits of signing in', () => {
  test('hold for a mailbox from wherever it is asked for', () => {
    const counting = limits({ codesOfMailbox: { burst: 2, seconds: 600 } })
    const places = ['192.0.2.1', '192.0.2.2', '192.0.2.3']
    expect(places.map(place => counting.mayRequestCode(place, 'a@example.org'))).toEqual([true, true, false])
    expect(counting.mayRequestCode('192.0.2.4', 'b@example.org')).toBe(true)
  })

  test('hold for a place whichever mailbox it asks for', () => {
    const counting = limits({ codesOfPlace: { burst: 2, seconds: 600 } })
    const mailboxes = ['a@example.org', 'b@example.org', 'c@example.org']
    expect(mailboxes.map(mailbox => counting.mayRequestCode('192.0.2.1', mailbox))).toEqual([
      true,
      true,
      false,
    ])
    expect(counting.mayRequestCode('192.0.2.2', 'c@example.org')).toBe(true)
  })

  test('hold for everybody together, also where the place is not known', () => {
    const counting = limits({ triesOfAll: { burst: 2, seconds: 600 } })
    expect([counting.mayTry(null), counting.mayTry('192.0.2.1'), counting.mayTry(null)]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('are not used up for others by one mailbox that is refused', () => {
    const counting = limits({
      codesOfMailbox: { burst: 1, seconds: 600 },
      codesOfAll: { burst: 2, seconds: 600 },
    })
    for (let n = 0; n < 10; n++) counting.mayRequestCode(null, 'a@example.org')
    expect(counting.mayRequestCode(null, 'b@example.org')).toBe(true)
  })
})

function from(remoteAddress: string | undefined, forwarded?: string): Context<Env> {
  const c = {
    env: remoteAddress ? { incoming: { socket: { remoteAddress } } } : undefined,
    req: { header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined) },
  }
  return c as unknown as Context<Env>
}

describe('where a request comes from', () => {
  test.each([
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['2001:db8::7', undefined, '2001:db8:0:0'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::1', '10.0.0.1, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    [undefined, '198.51.100.1', null],
  ])('peer %s, forwarded for %s: %s', (peer, forwarded, expected) => {
    expect(clientNetwork(from(peer, forwarded))).toBe(expected)
  })
})
