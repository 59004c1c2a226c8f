import type { I18n, Locale } from '#platform/i18n/index.ts'

export type Labels = Readonly<Record<Locale, string>>

/** What a form offers: a code to store and its label in the reader's language. */
export type Choice<Code extends string = string> = { value: Code; label: string }

/** A closed list of codes with labels in the languages of the interface. */
export type Vocabulary<Code extends string> = {
  codes: readonly Code[]
  has: (code: unknown) => code is Code
  /** The label in the reader's language; a code that is not (or no longer) in the list is shown as it is. */
  label: (code: string, i18n: Pick<I18n, 'locale'>) => string
  /** All choices, in the order of the list. */
  choices: (i18n: Pick<I18n, 'locale'>) => Choice<Code>[]
  /** All choices in alphabetical order of the reader's language. */
  sorted: (i18n: Pick<I18n, 'locale' | 'compare'>) => Choice<Code>[]
}

/** Makes a vocabulary of a record of labels; the order of the record is the order of `choices`. */
export function vocabulary<Code extends string>(labels: Readonly<Record<Code, Labels>>): Vocabulary<Code> {
  const byCode: ReadonlyMap<string, Labels> = new Map(Object.entries<Labels>(labels))
  const codes = Object.keys(labels) as Code[]
  const label = (code: string, i18n: Pick<I18n, 'locale'>) => byCode.get(code)?.[i18n.locale] ?? code
  const choices = (i18n: Pick<I18n, 'locale'>) =>
    codes.map(code => ({ value: code, label: label(code, i18n) }))
  return {
    codes,
    has: (code): code is Code => typeof code === 'string' && byCode.has(code),
    label,
    choices,
    sorted: i18n => choices(i18n).sort((a, b) => i18n.compare(a.label, b.label)),
  }
}
