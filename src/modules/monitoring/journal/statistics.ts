import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of statistics: who let which numbers out, and what they are compared with. */
export const statisticsJournal = {
  'monitoring.release_asked': 'monitoring.statistics.journalAsked',
  'monitoring.release_published': 'monitoring.statistics.journalPublished',
  'monitoring.release_not_published': 'monitoring.statistics.journalClosed',
  'monitoring.official_figure_entered': 'monitoring.statistics.journalOfficial',
  'monitoring.population_entered': 'monitoring.statistics.journalPopulation',
} as const satisfies Record<string, MessageKey>
