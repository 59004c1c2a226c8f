import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells what coordinators did with mail that named no communication. */
export const incomingJournal = {
  'authorities.mail_filed': 'authorities.mail.journal.filed',
  'authorities.mail_discarded': 'authorities.mail.journal.discarded',
  'authorities.mail_restored': 'authorities.mail.journal.restored',
} as const satisfies Record<string, MessageKey>
