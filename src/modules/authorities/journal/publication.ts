import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of what was made public, and of what public bodies said to their numbers. */
export const publicationJournal = {
  'authorities.publication_changed': 'authorities.journal.publicationChanged',
  'authorities.text_redacted': 'authorities.journal.textRedacted',
  'authorities.message_publication_changed': 'authorities.journal.messagePublicationChanged',
  'authorities.file_publication_changed': 'authorities.journal.filePublicationChanged',
  'authorities.reply_written': 'authorities.journal.replyWritten',
} as const satisfies Record<string, MessageKey>
