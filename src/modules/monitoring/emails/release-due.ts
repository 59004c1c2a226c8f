import type { MailTemplate } from '#platform/mail/index.ts'

/** Says that it is time for new numbers, and nothing of them. */
export const releaseDue: MailTemplate = {
  key: 'monitoring.release_due',
  subject: ({ t }) => t('monitoring.statistics.due.subject'),
  paragraphs: ({ t }) => [t('monitoring.statistics.due.text'), t('monitoring.statistics.due.then')],
}
