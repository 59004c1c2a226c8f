import type { SealedAnswers } from '../queries/reports.ts'
import type { PackKind } from '../schema/packs.ts'
import { longestText, type PackTexts, packFields, type ToldEntry } from './draft.ts'

/** Everything sealed about one incident, opened. */
export type OpenedIncident = {
  incident: string
  summaries: string[]
  sources: { text: string; title: string; address: string }[]
  reports: SealedAnswers[]
  /** What was written down about answers of authorities. */
  responses: string[]
}

const together = (...texts: string[]) =>
  [...new Set(texts.map(text => text.trim()).filter(Boolean))].join('\n\n')

const each = <T>(all: readonly T[], text: (one: T) => string): string[] => all.map(text)

/** The beginning of each text: what was told, word for word. Whoever drafts shortens it. */
export function toldTexts(
  kind: PackKind,
  { incident, summaries, sources, reports, responses }: OpenedIncident,
  sender: string,
): ToldEntry {
  const facts = together(...summaries, ...each(sources, one => one.text), ...each(reports, one => one.what))
  const all = {
    description: facts,
    facts,
    victims: together(...each(reports, one => one.whom)),
    motive: together(...each(reports, one => one.why)),
    response: together(...each(reports, one => one.after), ...responses),
    evidence: together(...each(sources, ({ title, address }) => [title, address].filter(Boolean).join('\n'))),
    sender,
  }
  const texts: PackTexts = {}
  for (const name of packFields[kind])
    if (name in all) texts[name] = all[name as keyof typeof all].slice(0, longestText[kind])
  return { incident, texts, names: reports.flatMap(({ name }) => (name ? [name] : [])) }
}
