import type { OpenedPart } from '../actions/open-sealed.ts'
import { textLikeness } from './text-likeness.ts'

/** What the sealed texts say about whether two incidents are one. */
export type Likeness = {
  /** Days between them; null where one of the days is not known. */
  days: number | null
  samePlace: boolean | null
  /** The likest two texts of the two, 0 to 1. */
  text: number
}

const partNamed = (parts: readonly OpenedPart[], name: string): string =>
  parts.find(part => part.name === name)?.text ?? ''

const longTexts = (parts: readonly OpenedPart[]): string[] =>
  parts.filter(({ name }) => name === 'summary' || name === 'text').map(({ text }) => text)

function daysBetween(a: string, b: string): number | null {
  if (a === '' || b === '') return null
  return Math.abs(Temporal.PlainDate.from(a).until(b).days)
}

/** Compares what was opened of two incidents. */
export function compareOpened(a: readonly OpenedPart[], b: readonly OpenedPart[]): Likeness {
  const [placeA, placeB] = [partNamed(a, 'place'), partNamed(b, 'place')]
  const pairs = longTexts(a).flatMap(one => longTexts(b).map(other => textLikeness(one, other)))
  return {
    days: daysBetween(partNamed(a, 'day'), partNamed(b, 'day')),
    samePlace: placeA === '' || placeB === '' ? null : isSimilarPlace(placeA, placeB),
    text: Math.max(0, ...pairs),
  }
}

const words = (text: string) => new Set(text.toLocaleLowerCase().match(/[\p{L}\p{N}]{3,}/gu))

// Street names differ in how they are written: one word in common is a hint, and no more is claimed.
const isSimilarPlace = (a: string, b: string): boolean => words(a).intersection(words(b)).size > 0

/** Likely the same: at most a day apart as far as known, and the texts or the place speak for it. */
export const isLikely = ({ days, samePlace, text }: Likeness): boolean =>
  (days === null || days <= 1) && (text >= 0.5 || (samePlace === true && days !== null))
