import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedLists } from '../vocabulary/shipped.ts'
import { funnelOf } from './funnel.ts'

const responses = shippedLists.find(({ list }) => list === 'responses')!.terms.map(({ code }) => code)

describe('the way to justice', () => {
  it('is counted step by step, and a later step implies the earlier ones', () => {
    const funnel = funnelOf([
      [],
      ['NOTREP.FEAR'],
      ['REP'],
      ['REFUSED'],
      ['REP', 'REG', 'BIASFLAG.N', 'CLOSED'],
      ['REG', 'BIASFLAG.Y', 'CHARGED', 'ACQ'],
      ['CONV_NOBIAS'],
      ['CONV_BIAS'],
    ])
    expect(funnel).toEqual({
      incidents: 8,
      reported: 6,
      registered: 4,
      biasFlagged: 2,
      charged: 3,
      convicted: 2,
      convictedWithBias: 1,
      refused: 1,
      notReported: 1,
      unknown: 1,
    })
  })

  it('does not count a motive that was dropped, unless the sentence names it', () => {
    expect(funnelOf([['BIASFLAG.Y', 'BIASFLAG.DROPPED']]).biasFlagged).toBe(0)
    expect(funnelOf([['BIASFLAG.DROPPED', 'CONV_BIAS']]).biasFlagged).toBe(1)
  })

  it('only narrows, and loses nobody, whatever was recorded', () => {
    const recorded = fc.array(fc.subarray(responses), { maxLength: 40 })
    fc.assert(
      fc.property(recorded, incidents => {
        const f = funnelOf(incidents)
        expect(f.incidents).toBe(f.reported + f.notReported + f.unknown)
        expect(f.reported >= f.registered && f.registered >= f.charged && f.charged >= f.convicted).toBe(true)
        expect(f.registered >= f.biasFlagged && f.convicted >= f.convictedWithBias).toBe(true)
      }),
    )
  })
})
