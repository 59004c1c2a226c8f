import type { I18n } from '#platform/i18n/index.ts'
import { yesMissing } from '../majority.ts'
import { answeredOf, type Standing } from '../queries/standing.ts'

/** What a page and its live stream say of a decision that runs, in the reader's language. */
export type StandingWords = {
  /** Another one means another page: the countdown has begun, the decision is sealed. */
  state: string
  texts: Record<string, string>
  numbers: Record<string, number>
}

/** How many more must say yes, as a sentence. */
export function needsOf(i18n: I18n, { tally, electorate }: Standing): string {
  if (!tally) return i18n.t('initiatives.board.secret')
  const count = yesMissing(tally.yes, electorate)
  return count === 0 ? i18n.t('initiatives.board.enough') : i18n.t('initiatives.board.needs', { count })
}

/** The same words for the page and for the stream that keeps it up to date. */
export function standingWords(i18n: I18n, standing: Standing): StandingWords {
  const { status, outcome, tally, electorate, endsAt } = standing
  const state = [status, outcome ?? '', endsAt].join(' ')
  if (!tally) return { state, texts: { needs: needsOf(i18n, standing) }, numbers: {} }
  const answered = answeredOf(tally)
  const counts = Object.entries(tally).map(([choice, n]) => [choice, i18n.number(n)])
  return {
    state,
    texts: {
      ...Object.fromEntries(counts),
      needs: needsOf(i18n, standing),
      answered: i18n.t('initiatives.board.answered', { answered, electorate }),
    },
    numbers: { yes: tally.yes },
  }
}
