import type { Locale } from './locale.ts'

type Rule = readonly [pattern: RegExp, problem: string]

const everywhere: Rule[] = [
  [/^\s|\s$/, 'begins or ends with a space'],
  [/\s{2}/, 'has two spaces in a row'],
  [/"/, 'has a typewriter quotation mark'],
  [/'/, 'has a typewriter apostrophe; write ’'],
  [/\u02bc/, 'has the modifier letter ʼ for an apostrophe; write ’'],
  [/\.\.\./, 'has three dots; write …'],
  [/ - /, 'has a hyphen for a dash; write –'],
  [
    /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u,
    'mixes two alphabets in one word',
  ],
]

const ofLanguage: Record<Locale, Rule[]> = {
  uk: [
    [/[„“”]/, 'has foreign quotation marks; write «…»'],
    [/[ыэъё]/i, 'has a letter that Ukrainian does not have'],
  ],
  pl: [[/[“«»]/, 'has foreign quotation marks; write „…”']],
  en: [[/[„«»]/, 'has foreign quotation marks; write “…”']],
}

/** What a copy editor would mark, as far as a machine sees it. `literal` is the text without ICU syntax. */
export function spellingProblems(text: string, literal: string, locale: Locale): string[] {
  const [outer, ...rules] = everywhere
  const marked = [...rules, ...ofLanguage[locale]].filter(([pattern]) => pattern.test(literal))
  if (outer?.[0].test(text)) marked.push(outer)
  return marked.map(([, problem]) => problem)
}
