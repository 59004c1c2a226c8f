import type { MailTemplate } from '#platform/mail/template.ts'

type Values = { code: string; minutes: number }

// Mail programs show the subject first: the code is there to read without opening the mail.
const said = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** The code to sign in. The same for an address with an account and one without. */
export const signInCodeMail: MailTemplate<Values> = {
  key: 'people.sign_in_code',
  subject: (i18n, { code }) => i18n.t('people.mail.code.subject', { code: said(code) }),
  paragraphs: (i18n, { code, minutes }) => [
    i18n.t('people.mail.code.enter', { code: said(code) }),
    i18n.t('people.mail.code.minutes', { minutes }),
    i18n.t('people.mail.code.secret'),
  ],
}

/** The code that confirms a new address. */
export const newAddressCodeMail: MailTemplate<Values> = {
  key: 'people.new_address_code',
  subject: (i18n, { code }) => i18n.t('people.mail.newAddress.subject', { code: said(code) }),
  paragraphs: (i18n, { code, minutes }) => [
    i18n.t('people.mail.newAddress.enter', { code: said(code) }),
    i18n.t('people.mail.code.minutes', { minutes }),
    i18n.t('people.mail.newAddress.notYou'),
  ],
}
