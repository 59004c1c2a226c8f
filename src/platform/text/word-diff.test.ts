import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Stretch, wordDiff } from './word-diff.ts'

const without = (stretches: Stretch[], kind: Stretch['kind']) =>
  stretches
    .filter(stretch => stretch.kind !== kind)
    .map(({ text }) => text)
    .join('')

describe('what changed between two texts', () => {
  it('is told in whole words, also in Cyrillic', () => {
    expect(
      wordDiff('Створити комісію при Кабінеті.', 'Створити міжвідомчу комісію при уряді.', 'uk'),
    ).toEqual([
      { kind: 'same', text: 'Створити ' },
      { kind: 'added', text: 'міжвідомчу ' },
      { kind: 'same', text: 'комісію при ' },
      { kind: 'removed', text: 'Кабінеті' },
      { kind: 'added', text: 'уряді' },
      { kind: 'same', text: '.' },
    ])
  })

  it('takes words that changed one after the other as one change', () => {
    expect(wordDiff('назвати людину, яка відповідатиме.', 'назвати двох людей.', 'uk')).toEqual([
      { kind: 'same', text: 'назвати ' },
      { kind: 'removed', text: 'людину, яка відповідатиме' },
      { kind: 'added', text: 'двох людей' },
      { kind: 'same', text: '.' },
    ])
  })

  it('is nothing for one text', () => {
    expect(wordDiff('Dom Narodów', 'Dom Narodów', 'pl')).toEqual([{ kind: 'same', text: 'Dom Narodów' }])
    expect(wordDiff('', '', 'pl')).toEqual([])
  })

  it('gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('мова', 'język', ' ', '\n', ',', 'a'), { maxLength: 40 }).map(p => p.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = wordDiff(before, after, 'uk')
        expect(without(stretches, 'added')).toBe(before)
        expect(without(stretches, 'removed')).toBe(after)
      }),
    )
  })

  it('gives up on texts with little in common and shows both whole', () => {
    const many = (word: string) => Array.from({ length: 1500 }, (_, n) => `${word}${n}`).join(' ')
    expect(wordDiff(many('a'), many('b'), 'en').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
