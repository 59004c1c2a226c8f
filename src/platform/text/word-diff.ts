import { diffArrays } from 'diff'

/** A stretch of text that stayed, came or went. */
export type Stretch = { kind: 'same' | 'added' | 'removed'; text: string }

// Beyond this the texts have little in common, and looking for it takes long.
const mostEdits = 2000

// The library's own idea of a word knows the Latin alphabet alone.
const wordsOf = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

/** What changed from one text to another, word by word. Joined without what was added it is `before`, and the other way round. */
export function wordDiff(before: string, after: string, locale: string): Stretch[] {
  const changes = diffArrays(wordsOf(before, locale), wordsOf(after, locale), { maxEditLength: mostEdits })
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  const stretches = changes.map(
    ({ added, removed, value }): Stretch => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  return together(stretches)
}

const isBlank = ({ text }: Stretch) => text.trim() === ''

// Words that changed one after the other are read as one change: the space between them goes and comes with them.
function together(stretches: readonly Stretch[]): Stretch[] {
  const told: Stretch[] = []
  let gone = ''
  let come = ''
  const tell = () => {
    if (gone) told.push({ kind: 'removed', text: gone })
    if (come) told.push({ kind: 'added', text: come })
    gone = ''
    come = ''
  }
  for (const [n, stretch] of stretches.entries()) {
    const between = stretch.kind === 'same' && isBlank(stretch) && n > 0 && n < stretches.length - 1
    if (stretch.kind === 'same' && !between) {
      tell()
      told.push(stretch)
      continue
    }
    if (stretch.kind !== 'added') gone += stretch.text
    if (stretch.kind !== 'removed') come += stretch.text
  }
  tell()
  return told
}
