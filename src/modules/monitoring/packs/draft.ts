import type { PackKind } from '../schema/packs.ts'

/** The texts of a pack about one incident, in the order of the letter. */
export const packFields = {
  odihr: ['description', 'victims', 'response'],
  complaint: ['office', 'sender', 'facts', 'victims', 'motive', 'evidence'],
  commissioner: ['sender', 'facts', 'victims', 'response', 'request'],
} as const satisfies Record<PackKind, readonly string[]>

export type PackField = (typeof packFields)[PackKind][number]

/** Without these nobody is asked to confirm. */
const neededFields: Record<PackKind, readonly PackField[]> = {
  odihr: ['description'],
  complaint: ['office', 'sender', 'facts'],
  commissioner: ['sender', 'facts'],
}

export type PackTexts = Partial<Record<PackField, string>>

/** What is written about one incident. */
export type PackEntry = { incident: string; texts: PackTexts }

/** What was told about one incident, where drafting began, and the names that a report named. */
export type ToldEntry = PackEntry & { names: string[] }

/** Characters of one text: a complaint has pages, a line of a year's list has a paragraph or two. */
export const longestText = { odihr: 3000, complaint: 20_000, commissioner: 20_000 } as const

/** As many incidents as fit into one sealed draft. */
export const mostIncidents = 100

/** The entries for which a needed text is not written yet, by their place. */
export const unwritten = (kind: PackKind, entries: readonly PackEntry[]): number[] =>
  entries.flatMap(({ texts }, n) => (neededFields[kind].some(name => !texts[name]?.trim()) ? [n] : []))
