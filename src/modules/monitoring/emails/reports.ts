import type { MailTemplate } from '#platform/mail/index.ts'

/** Says that somebody waits and nothing else: not how many, not since when, not what about. */
export const reportsWait: MailTemplate = {
  key: 'monitoring.reports_wait',
  subject: ({ t }) => t('monitoring.report.mail.subject'),
  paragraphs: ({ t }) => [t('monitoring.report.mail.text'), t('monitoring.report.mail.then')],
}
