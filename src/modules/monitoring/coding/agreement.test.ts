import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementByField, agreementOn } from './agreement.ts'

const times = <T>(n: number, pair: T): T[] => Array.from({ length: n }, () => pair)

describe('Cohen’s kappa', () => {
  it('is what the textbook computes by hand', () => {
    // 50 applications, two readers: 20 both yes, 15 both no, 5 and 10 apart. po = 0.7, pe = 0.5.
    const pairs: [string, string][] = [
      ...times<[string, string]>(20, ['yes', 'yes']),
      ...times<[string, string]>(5, ['yes', 'no']),
      ...times<[string, string]>(10, ['no', 'yes']),
      ...times<[string, string]>(15, ['no', 'no']),
    ]
    const { observed, kappa } = agreementOn(pairs)
    expect(observed).toBeCloseTo(0.7)
    expect(kappa).toBeCloseTo(0.4)
  })

  it('is negative when two disagree more than chance would', () => {
    expect(
      agreementOn([
        ['a', 'b'],
        ['b', 'a'],
      ]).kappa,
    ).toBeCloseTo(-1)
  })

  it('is not defined without pairs, or when there was nothing to choose', () => {
    expect(agreementOn([]).kappa).toBeNull()
    expect(agreementOn(times(9, ['ASS', 'ASS'])).kappa).toBeNull()
  })

  it('counts a set that half agrees as half', () => {
    const half = agreementOn([
      [
        ['ASS', 'THR'],
        ['ASS', 'THR'],
      ],
      [['ARS'], ['ARS', 'DAM']],
    ])
    expect(half.observed).toBe(0.5)
    expect(half.kappa).toBeCloseTo(0.6)
  })

  it('does not ask in which order codes were ticked, nor who is called the first', () => {
    const codes = fc.subarray(['ASS', 'THR', 'ARS', 'DAM'])
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, codes), { minLength: 1, maxLength: 30 }), pairs => {
        const turned = pairs.map(([a, b]): [string[], string[]] => [[...b].reverse(), [...a].reverse()])
        const [one, other] = [agreementOn(pairs), agreementOn(turned)]
        if (one.kappa === null) expect(other.kappa).toBeNull()
        else expect(other.kappa).toBeCloseTo(one.kappa)
      }),
    )
  })

  it('is at most one, and one exactly when all agree and there was a choice', () => {
    const code = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { minLength: 1, maxLength: 30 }), pairs => {
        const { observed, kappa } = agreementOn(pairs)
        if (kappa === null) return
        expect(kappa).toBeLessThanOrEqual(1)
        expect(Math.abs(kappa - 1) < 1e-12).toBe(observed === 1)
      }),
    )
  })
})

it('agreement is told per field', () => {
  const first = { bias: 'ROMA', types: ['ASS', 'THR'], location: null }
  const second = { bias: 'RX', types: ['THR', 'ASS'] }
  const fields = agreementByField([
    [first, second],
    [first, first],
  ])
  expect([fields.bias!.observed, fields.types!.observed, fields.location!.observed]).toEqual([0.5, 1, 1])
})
