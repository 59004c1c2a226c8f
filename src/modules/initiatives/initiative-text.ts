import type { Localised } from '#platform/i18n/index.ts'
import type { PartTexts } from './schema/discussion.ts'
import { type Body, parts, type Translations } from './schema/initiatives.ts'

/** What an initiative says, in all its languages. */
export type InitiativeText = {
  title: Localised
  body: Body
  authoritative: string
  translations: Translations
}

/** The title and what stands below it, in the order of reading. */
export const textParts = ['title', ...parts] as const
export type TextPart = (typeof textParts)[number]

const localisedOf = (text: Pick<InitiativeText, 'title' | 'body'>, part: TextPart): Localised =>
  part === 'title' ? text.title : (text.body[part] ?? {})

/** The text in one language, empty parts left out. */
export function inLanguage(text: Pick<InitiativeText, 'title' | 'body'>, locale: string): PartTexts {
  const found: PartTexts = {}
  for (const part of textParts) {
    const value = localisedOf(text, part)[locale]
    if (value) found[part] = value
  }
  return found
}

/** The text with one language replaced; a part that `given` leaves empty goes. */
export function withLanguage(
  text: Pick<InitiativeText, 'title' | 'body'>,
  locale: string,
  given: PartTexts,
): Pick<InitiativeText, 'title' | 'body'> {
  const said = (part: TextPart): Localised => {
    const { [locale]: _replaced, ...others } = localisedOf(text, part)
    return given[part] ? { ...others, [locale]: given[part] } : others
  }
  const body: Body = {}
  for (const part of parts) {
    const value = said(part)
    if (Object.keys(value).length > 0) body[part] = value
  }
  return { title: said('title'), body }
}

/** Only the parts that differ, as they were and as they would be. */
export function differences(before: PartTexts, after: PartTexts): { before: PartTexts; after: PartTexts } {
  const changed = textParts.filter(part => (before[part] ?? '') !== (after[part] ?? ''))
  const only = (texts: PartTexts) => Object.fromEntries(changed.map(part => [part, texts[part] ?? '']))
  return { before: only(before), after: only(after) }
}

/** A translation that says an older version than the authoritative text. */
export const isOutdated = ({ translations, authoritative }: InitiativeText, locale: string): boolean =>
  (translations[locale]?.version ?? 0) < (translations[authoritative]?.version ?? 0)

/** Parts that a proposed change knew in other words than they have now. */
export const movedParts = (change: { before: PartTexts }, current: PartTexts): TextPart[] =>
  textParts.filter(part => change.before[part] !== undefined && (current[part] ?? '') !== change.before[part])
