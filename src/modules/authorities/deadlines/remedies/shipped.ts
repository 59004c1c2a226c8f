import type { CommunicationKind, Ground } from '../../schema/communications.ts'
import { acts } from '../acts.ts'
import type { Text } from '../text.ts'
import { euRemedies } from './eu.ts'
import { plRemedies } from './pl.ts'
import type { Remedy, RemedyAddressee } from './remedy.ts'
import { uaRemedies } from './ua.ts'

/** Every remedy that ships with the program. */
export const remedies: readonly Remedy[] = [...uaRemedies, ...plRemedies, ...euRemedies]

/** What the law allows after a rule was breached, in the order of its weight. */
export const remediesAfter = (rule: string): readonly Remedy[] =>
  remedies.filter(({ after }) => after.includes(rule))

/** What a remedy's letter begins with, in the languages of the interface. */
export type RemedyDraft = {
  kind: CommunicationKind
  to: RemedyAddressee
  what: Text
  title: Text
  grounds: { [Locale in keyof Text]: Ground[] }
  proposals: { [Locale in keyof Text]: string[] }
}

const locales = ['uk', 'pl', 'en'] as const

const inEach = <T>(say: (locale: keyof Text) => T) =>
  Object.fromEntries(locales.map(locale => [locale, say(locale)])) as { [Locale in keyof Text]: T }

/** The draft of a remedy; null when there is no such remedy, or a lawyer should write it. */
export function remedyDraft(id: string): RemedyDraft | null {
  const remedy = remedies.find(one => one.id === id)
  if (!remedy?.draft) return null
  const { kind, title, grounds, proposals } = remedy.draft
  return {
    ...{ kind, to: remedy.to, what: remedy.what, title },
    grounds: inEach(locale =>
      grounds.map(({ act, article }) => ({
        ...{ title: acts[act].title[locale], article, url: acts[act].url, version: '', quote: '' },
      })),
    ),
    proposals: inEach(locale => proposals.map(text => text[locale])),
  }
}
