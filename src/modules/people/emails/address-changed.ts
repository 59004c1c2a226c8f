import type { Locale } from '#platform/i18n/index.ts'
import { sendNow } from '#platform/mail/send-now.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import type { Platform } from '#platform/platform.ts'

/** Tells the address that was given up, because it may not have been its owner who did it. */
export const addressChangedMail: MailTemplate = {
  key: 'people.address_changed',
  subject: i18n => i18n.t('people.mail.addressChanged.subject'),
  paragraphs: i18n => [
    i18n.t('people.mail.addressChanged.done'),
    i18n.t('people.mail.addressChanged.notYou'),
  ],
}

/** Sent at once and to the old address itself: a queued mail would read the new one. */
export function addressChanged(platform: Platform, old: { email: string }, locale: Locale): void {
  sendNow(platform, { to: old.email, locale, template: addressChangedMail, values: {} })
}
