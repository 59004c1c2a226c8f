import type { Locale } from '#platform/i18n/index.ts'
import type { MailTemplate } from '#platform/mail/index.ts'

type Values = { slug: string }

/** Tells the first coordinators of an umbrella that it is there. */
export const foundedMail: MailTemplate<Values> = {
  key: 'people.founded',
  subject: i18n => i18n.t('people.mail.founded.subject'),
  paragraphs: (i18n, { slug }) => [
    i18n.t('people.mail.founded.told', { slug }),
    i18n.t('people.mail.founded.next'),
  ],
  action: i18n => i18n.t('people.mail.founded.open'),
}

/** Where founders begin, below the language: the first page shows to nobody who is not signed in. */
export const foundersPath = (slug: string, locale: Locale): string =>
  `/sign-in?to=${encodeURIComponent(`/${locale}/${slug}/first-run`)}`
