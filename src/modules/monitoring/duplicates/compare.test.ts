import { describe, expect, it } from 'vitest'
import { compareOpened, isLikely } from './compare.ts'
import { textLikeness } from './text-likeness.ts'

const part = (name: string, text: string) => ({ id: name, name, text })
const report = 'Two men shouted at a seller and overturned her stall at the central market in the evening.'

describe('texts', () => {
  it('are alike when a notice repeats a part of a report, in any script', () => {
    expect(textLikeness(report, `Odesa. ${report} Police opened proceedings, and traders protested.`)).toBe(1)
    expect(
      textLikeness('Двоє чоловіків перекинули ятку на ринку', 'Dvoie cholovikiv perekynuly yatku na rynku'),
    ).toBeGreaterThan(0.6)
  })

  it('of different matters are not', () => {
    expect(textLikeness(report, 'Gravestones of an old cemetery were painted with symbols.')).toBeLessThan(
      0.4,
    )
  })

  it('of a word or two say nothing', () => {
    expect(textLikeness('attack', report)).toBe(0)
    expect(textLikeness('', '')).toBe(0)
  })
})

describe('two incidents', () => {
  it('are likely one at most a day apart, when texts or places speak for it', () => {
    const one = [part('day', '2026-03-31'), part('place', 'Odesa, central market'), part('text', report)]
    const likely = (day: string, place: string, text: string) =>
      isLikely(compareOpened(one, [part('day', day), part('place', place), part('text', text)]))
    expect(likely('2026-04-01', 'Odesa', 'Something else altogether happened there, we were told.')).toBe(
      true,
    )
    expect(likely('2026-04-02', 'Odesa', report)).toBe(false)
    expect(likely('2026-03-31', 'Lviv', report)).toBe(true)
    expect(likely('2026-03-31', 'Lviv', 'Gravestones of an old cemetery were painted.')).toBe(false)
  })

  it('are judged by their texts alone where a day is not known', () => {
    const known = compareOpened([part('text', report)], [part('summary', report), part('day', '2026-03-31')])
    expect(known).toEqual({ days: null, samePlace: null, text: 1 })
    expect(isLikely(known)).toBe(true)
  })
})
