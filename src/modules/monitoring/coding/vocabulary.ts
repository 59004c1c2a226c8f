import type { I18n, Localised } from '#platform/i18n/index.ts'

/** A word of a vocabulary as pages show it. */
export type Term = {
  list: string
  code: string
  parent: string | null
  layer: string | null
  label: Localised
  definition: Localised
  own: boolean
  used: boolean
  validFrom: string
  validUntil: string | null
  /** It can be chosen today. */
  current: boolean
}

/** Vocabularies by their names, each in its order. Ended words are among them: what was coded with them keeps them. */
export type Vocabulary = ReadonlyMap<string, readonly Term[]>

const termOf = (vocabulary: Vocabulary, list: string, code: string): Term | undefined =>
  vocabulary.get(list)?.find(term => term.code === code)

/** What a code says to this reader, with the broader term before it; the code itself where nobody knows it. */
export function termLabel(vocabulary: Vocabulary, list: string, code: string, i18n: I18n): string {
  const term = termOf(vocabulary, list, code)
  if (!term) return code
  const parent = term.parent === null ? undefined : termOf(vocabulary, list, term.parent)
  const own = i18n.text(term.label).value
  return parent ? `${i18n.text(parent.label).value}: ${own}` : own
}

/** Labels of several codes, in the order of the vocabulary. */
export function termLabels(
  vocabulary: Vocabulary,
  list: string,
  codes: readonly string[],
  i18n: I18n,
): string[] {
  const order = (vocabulary.get(list) ?? []).map(({ code }) => code)
  return [...codes]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(code => termLabel(vocabulary, list, code, i18n))
}

/** Terms that can be chosen today, each after the one it stands under. */
export function currentTerms(vocabulary: Vocabulary, list: string): Term[] {
  const current = (vocabulary.get(list) ?? []).filter(term => term.current)
  const under = (parent: string | null): Term[] =>
    current.filter(term => term.parent === parent).flatMap(term => [term, ...under(term.code)])
  const known = new Set(current.map(({ code }) => code))
  const orphans = current.filter(({ parent }) => parent !== null && !known.has(parent))
  return [...under(null), ...orphans]
}

/** The same as options of a form: what it says, and what it means. */
export const termOptions = (vocabulary: Vocabulary, list: string, i18n: I18n) =>
  currentTerms(vocabulary, list).map(term => ({
    value: term.code,
    label: termLabel(vocabulary, list, term.code, i18n),
    hint: i18n.text(term.definition).value,
  }))

/** Whether a code can be chosen today. */
export const isChoice = (vocabulary: Vocabulary, list: string, code: string): boolean =>
  termOf(vocabulary, list, code)?.current === true
