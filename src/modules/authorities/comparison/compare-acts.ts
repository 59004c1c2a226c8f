import { wordDiff } from '#platform/text/word-diff.ts'
import type { Article } from '../schema/draft-acts.ts'

/** How many words of a draft stand in what was issued. */
export type Survival = { words: number; kept: number }

/** An article of the draft beside the one that came of it; null where one of them has no counterpart. */
export type ArticlePair = { draft: Article | null; issued: Article | null; survival: Survival }

export type ActComparison = { pairs: ArticlePair[]; survival: Survival }

const wordsOf = (text: string, lang: string): string[] =>
  [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.toLocaleLowerCase(lang))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)

/** The share of words that two texts have in common, between 0 and 1, whatever their order. */
function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const there = left.get(word) ?? 0
    if (there > 0) {
      common++
      left.set(word, there - 1)
    }
  }
  return (2 * common) / (a.length + b.length)
}

type Read = { article: Article; heading: string[]; text: string[] }

const read = (articles: readonly Article[], lang: string): Read[] =>
  articles.map(article => ({
    article,
    heading: wordsOf(article.heading, lang),
    text: wordsOf(article.text, lang),
  }))

// The text says most; a number alone says little, because numbers shift when an article is put in.
const weights = { text: 0.65, heading: 0.2, number: 0.15 }
const leastAlike = 0.3

const alikeness = (a: Read, b: Read): number =>
  weights.text * likeness(a.text, b.text) +
  weights.heading * likeness(a.heading, b.heading) +
  weights.number * (a.article.number !== '' && a.article.number === b.article.number ? 1 : 0)

/** Which article came of which: the most alike find each other first. From index of the draft to index of the issued act. */
function matched(drafted: readonly Read[], issued: readonly Read[]): Map<number, number> {
  const candidates = drafted
    .flatMap((a, n) => issued.map((b, m) => ({ n, m, alike: alikeness(a, b) })))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike || a.n - b.n || a.m - b.m)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { n, m } of candidates) {
    if (pairs.has(n) || taken.has(m)) continue
    pairs.set(n, m)
    taken.add(m)
  }
  return pairs
}

function survivalOf(draft: string, issued: string | undefined, lang: string): Survival {
  const words = wordsOf(draft, lang).length
  if (issued === undefined) return { words, kept: 0 }
  const same = wordDiff(draft, issued, lang).filter(({ kind }) => kind === 'same')
  const kept = same.reduce((sum, { text }) => sum + wordsOf(text, lang).length, 0)
  return { words, kept: Math.min(kept, words) }
}

/** Compares a draft with the act that was issued: article by article in the order of the draft, then what is new. */
export function compareActs(
  drafted: readonly Article[],
  issued: readonly Article[],
  lang: string,
): ActComparison {
  const pairs = matched(read(drafted, lang), read(issued, lang))
  const old = drafted.map((draft, n): ArticlePair => {
    const came = pairs.get(n)
    const counterpart = came === undefined ? null : issued[came]!
    return { draft, issued: counterpart, survival: survivalOf(draft.text, counterpart?.text, lang) }
  })
  const taken = new Set(pairs.values())
  const added = issued
    .filter((_, m) => !taken.has(m))
    .map((article): ArticlePair => ({ draft: null, issued: article, survival: { words: 0, kept: 0 } }))
  const sum = (of: keyof Survival) => old.reduce((total, { survival }) => total + survival[of], 0)
  return { pairs: [...old, ...added], survival: { words: sum('words'), kept: sum('kept') } }
}
