import type { MailTemplate } from '#platform/mail/index.ts'

/** A week before it becomes public: the number alone, for mail is read by more eyes than a letter under embargo. */
export const embargoEnds: MailTemplate<{ number: number; on: string }> = {
  key: 'authorities.embargo_ends',
  subject: ({ t }, { number }) => t('authorities.publication.mail.subject', { number: String(number) }),
  paragraphs: ({ t, date }, { number, on }) => [
    t('authorities.publication.mail.text', { number: String(number), on: date(on) }),
    t('authorities.publication.mail.then'),
  ],
  action: ({ t }) => t('authorities.publication.mail.action'),
}
