import type { MailTemplate } from '#platform/mail/index.ts'

/** Says that something came, and nothing of what: mail passes through many hands. */
export const mailArrived: MailTemplate<{ number: number | null }> = {
  key: 'authorities.mail_arrived',
  subject: ({ t }, { number }) =>
    number === null
      ? t('authorities.mail.email.subjectPlain')
      : t('authorities.mail.email.subject', { number: String(number) }),
  paragraphs: ({ t }) => [t('authorities.mail.email.text'), t('authorities.mail.email.answer')],
  action: ({ t }) => t('authorities.mail.email.open'),
}
