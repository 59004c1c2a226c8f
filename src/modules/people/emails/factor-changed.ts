import type { Locale, MessageKey } from '#platform/i18n/index.ts'
import { sendNow } from '#platform/mail/send-now.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import type { Platform } from '#platform/platform.ts'

/** What changed in how an account is signed in to, or was used that should stay in a drawer. */
export const factorNews = [
  'passkey-added',
  'passkey-removed',
  'authenticator-added',
  'authenticator-removed',
  'recovery-codes-renewed',
  'recovery-code-used',
] as const
export type FactorNews = (typeof factorNews)[number]

const sentences = {
  'passkey-added': 'people.mail.factor.passkeyAdded',
  'passkey-removed': 'people.mail.factor.passkeyRemoved',
  'authenticator-added': 'people.mail.factor.authenticatorAdded',
  'authenticator-removed': 'people.mail.factor.authenticatorRemoved',
  'recovery-codes-renewed': 'people.mail.factor.recoveryCodesRenewed',
  'recovery-code-used': 'people.mail.factor.recoveryCodeUsed',
} as const satisfies Record<FactorNews, MessageKey>

type Values = { news: FactorNews }

export const factorChangedMail: MailTemplate<Values> = {
  key: 'people.factor_changed',
  subject: (i18n, { news }) =>
    i18n.t(
      news === 'recovery-code-used' ? 'people.mail.factor.usedSubject' : 'people.mail.factor.changedSubject',
    ),
  paragraphs: (i18n, { news }) => [i18n.t(sentences[news]), i18n.t('people.mail.factor.notYou')],
  action: i18n => i18n.t('people.mail.factor.look'),
}

/**
 * Tells an account's mailbox at once, whatever mail the person chose to get: a sign-in by a mailed code shows there by
 * itself, and what gets around the mailbox must show there too.
 */
export function tellFactorChanged(
  platform: Platform,
  { email }: { email: string },
  news: FactorNews,
  locale: Locale,
): void {
  sendNow(platform, {
    to: email,
    locale,
    template: factorChangedMail,
    values: { news },
    link: '/account/security',
  })
}
