import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareActs } from './compare-acts.ts'

const article = (number: string, heading: string, text: string) => ({ number, heading, text })
const commission = article('1', 'Комісія', 'Утворити міжвідомчу комісію з питань боротьби з ксенофобією.')
const members = article('2', 'Склад', 'До складу комісії входять представники національних спільнот.')

describe('a draft act beside the act that was issued', () => {
  it('survives whole when nothing was changed', () => {
    const { pairs, survival } = compareActs([commission, members], [commission, members], 'uk')
    expect(pairs.map(({ draft, issued }) => [draft, issued])).toEqual([
      [commission, commission],
      [members, members],
    ])
    expect(survival.kept).toBe(survival.words)
    expect(survival.words).toBe(15)
  })

  it('finds an article again under another number, and says what is new and what is gone', () => {
    const moved = { ...members, number: '3' }
    const other = article('2', 'Голова', 'Головою є віцепрем’єр за посадою.')
    const { pairs } = compareActs([commission, members], [other, moved], 'uk')
    expect(pairs.map(({ draft, issued }) => [draft?.number, issued?.number])).toEqual([
      ['1', undefined],
      ['2', '3'],
      [undefined, '2'],
    ])
  })

  it('counts the words that stayed', () => {
    const shorter = { ...members, text: 'До складу комісії входять представники міністерств.' }
    const [pair] = compareActs([members], [shorter], 'uk').pairs
    expect(pair!.survival).toEqual({ words: 7, kept: 5 })
  })

  it('never keeps more words than there were, and loses no article', () => {
    const text = fc.array(fc.constantFrom('комісія', 'право', 'мова', 'рада', 'є'), { maxLength: 12 })
    const articles = fc.array(
      fc.record({
        number: fc.constantFrom('1', '2', '3', ''),
        heading: fc.constantFrom('Мова', 'Рада', ''),
        text: text.map(words => words.join(' ')),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(articles, articles, (drafted, issued) => {
        const { pairs, survival } = compareActs(drafted, issued, 'uk')
        expect(survival.kept).toBeLessThanOrEqual(survival.words)
        expect(pairs.flatMap(({ draft }) => (draft ? [draft] : []))).toEqual(drafted)
        expect(pairs.filter(pair => pair.issued)).toHaveLength(issued.length)
      }),
    )
  })
})
