import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { spellingProblems } from './check-spelling.ts'
import { type Locale, locales } from './locale.ts'
import type { Catalogues } from './messages.ts'

// Stands where a placeholder stood, so that the texts around it do not run together.
const gap = '\ufffc'

/** Something wrong with one message in one language, in words for whoever runs the tests. */
export type MessageProblem = { key: string; locale: Locale; problem: string }

/**
 * Compares the languages of every area: the same keys, the same ICU arguments and tags, all plural forms that the
 * language has, the language's own quotation marks, nothing left in another language's letters.
 */
export function checkMessages(areas: Iterable<readonly [string, Catalogues]>): MessageProblem[] {
  const problems: MessageProblem[] = []
  for (const [area, catalogues] of areas) {
    const names = new Set(locales.flatMap(locale => Object.keys(catalogues[locale])))
    for (const name of names) {
      const english = catalogues.en[name]
      for (const locale of locales) {
        const found = problemsOf(catalogues[locale][name], english, locale)
        problems.push(...found.map(problem => ({ key: `${area}.${name}`, locale, problem })))
      }
    }
  }
  return problems
}

function problemsOf(text: string | undefined, english: string | undefined, locale: Locale): string[] {
  if (text === undefined) return ['is missing']
  if (text.trim() === '') return ['is empty']
  let elements: MessageFormatElement[]
  try {
    elements = parse(text)
  } catch (error) {
    return [`is not a valid ICU message: ${error instanceof Error ? error.message : String(error)}`]
  }
  const literal = textsOf(elements).join(gap)
  return [
    ...spellingProblems(text, literal, locale),
    ...pluralProblems(elements, locale),
    ...(english === undefined || locale === 'en' ? [] : differences(elements, literal, english)),
  ]
}

function differences(elements: MessageFormatElement[], literal: string, english: string): string[] {
  let original: MessageFormatElement[]
  try {
    original = parse(english)
  } catch {
    return []
  }
  const problems: string[] = []
  const [own, wanted] = [
    [...new Set(argumentsOf(elements))].sort(),
    [...new Set(argumentsOf(original))].sort(),
  ]
  if (own.join() !== wanted.join()) {
    problems.push(`has the arguments (${own.join(', ')}), English has (${wanted.join(', ')})`)
  }
  const words = literal.match(/\p{L}{3,}/gu) ?? []
  if (words.length > 1 && literal === textsOf(original).join(gap)) problems.push('is not translated')
  return problems
}

const inside = (element: MessageFormatElement): MessageFormatElement[] => {
  if (element.type === TYPE.tag) return element.children
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
  return Object.values(element.options).flatMap(option => option.value)
}

/** Arguments with their kinds; those with options of their own name them, so that translations cannot drift apart. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap(element => {
    const deeper = argumentsOf(inside(element))
    if (element.type === TYPE.literal || element.type === TYPE.pound) return deeper
    const options = element.type === TYPE.select ? `:${Object.keys(element.options).sort().join('|')}` : ''
    return [`${element.value} ${TYPE[element.type]}${options}`, ...deeper]
  })
}

const textsOf = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap(element => (element.type === TYPE.literal ? [element.value] : textsOf(inside(element))))

function pluralProblems(elements: MessageFormatElement[], locale: Locale): string[] {
  return elements.flatMap(element => {
    const deeper = pluralProblems(inside(element), locale)
    if (element.type === TYPE.date || element.type === TYPE.time) {
      return [`formats {${element.value}} as a date; give it a text made by i18n.date, which knows the zone`]
    }
    if (element.type !== TYPE.plural) return deeper
    const wanted = new Intl.PluralRules(locale, { type: element.pluralType ?? 'cardinal' })
      .resolvedOptions()
      .pluralCategories.map(String)
    const given = Object.keys(element.options).filter(name => !name.startsWith('='))
    const missing = wanted.filter(name => !given.includes(name))
    const foreign = given.filter(name => !wanted.includes(name))
    return [
      ...missing.map(name => `lacks the plural form “${name}” of {${element.value}}`),
      ...foreign.map(
        name => `has a plural form “${name}” of {${element.value}} that the language does not know`,
      ),
      ...deeper,
    ]
  })
}
