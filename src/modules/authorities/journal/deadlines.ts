import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of calendars. */
export const deadlineJournal = {
  'authorities.calendar_corrected': 'authorities.deadline.journal.calendarCorrected',
} as const satisfies Record<string, MessageKey>
