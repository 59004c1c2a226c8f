import { describe, expect, it } from 'vitest'
import { canonical, hashOf, LinesHash, moment } from './canonical.ts'

describe('the canonical form', () => {
  it('is the same whatever order the keys came in', () => {
    expect(canonical({ b: [1, null, true], a: { я: 'ї', a: '"' }, B: '\u2028' })).toBe(
      '{"B":"\u2028","a":{"a":"\\"","я":"ї"},"b":[1,null,true]}',
    )
  })

  it('orders keys by UTF-16 units, as RFC 8785 shows', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const written = canonical(Object.fromEntries(keys.map(key => [key, 0])))
    expect(Object.keys(JSON.parse(written))).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ])
  })

  it('refuses numbers that languages write differently', () => {
    expect(() => canonical({ a: 0.1 })).toThrow(TypeError)
    expect(() => canonical(2 ** 53)).toThrow(TypeError)
  })

  it('is hashed as UTF-8', () => {
    expect(hashOf({}).toString('hex')).toBe(
      '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    )
  })

  it('of many records is hashed line by line', () => {
    const [one, two] = [new LinesHash(), new LinesHash()]
    one.add({ a: 1 })
    one.add({ b: 2 })
    two.add({ b: 2 })
    two.add({ a: 1 })
    expect(one.digest()).not.toEqual(two.digest())
    expect(new LinesHash().digest().toString('hex')).toMatch(/^e3b0c44298fc1c149afbf4c8996fb924/)
  })

  it('writes moments so that their text sorts like time', () => {
    expect(moment('2026-11-20 12:00:00.5+00')).toBe('2026-11-20T12:00:00.500000Z')
    expect(moment(Temporal.Instant.from('2026-11-20T14:00:00+02:00'))).toBe('2026-11-20T12:00:00.000000Z')
  })
})
