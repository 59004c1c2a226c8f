import { isLocale } from '#platform/i18n/index.ts'
import { sendNow } from '#platform/mail/send-now.ts'
import type { Platform } from '#platform/platform.ts'
import { newAddressCodeMail, signInCodeMail } from '../emails/code.ts'
import { codeMinutes } from './code-minutes.ts'

/** Mails a code after the answer, in the language of the page that asked for it. */
export async function mailCode(
  platform: Platform,
  { email, otp, type }: { email: string; otp: string; type: string },
  headers: Headers | undefined,
): Promise<void> {
  const language = headers?.get('accept-language')
  sendNow(platform, {
    to: email,
    locale: isLocale(language) ? language : 'uk',
    template: type === 'change-email' ? newAddressCodeMail : signInCodeMail,
    values: { code: otp, minutes: codeMinutes },
  })
}
