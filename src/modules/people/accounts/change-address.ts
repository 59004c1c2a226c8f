import type { Locale } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import { authOf } from './auth.ts'
import { shown, unlessRefused } from './calls.ts'

/** Mails a code to the new address. The same answer when somebody else has it: then nothing is mailed. */
export async function requestAddressChange(
  platform: Platform,
  headers: Headers,
  address: string,
  locale: Locale,
): Promise<void> {
  const { api } = authOf(platform)
  await unlessRefused(
    platform,
    api.requestEmailChangeEmailOTP({ body: { newEmail: address }, headers: shown(headers, locale) }),
  )
}

/** Takes the new address when the code is right. */
export async function changeAddress(
  platform: Platform,
  headers: Headers,
  address: string,
  code: string,
): Promise<boolean> {
  const { api } = authOf(platform)
  const call = api.changeEmailEmailOTP({ body: { newEmail: address, otp: code }, headers: shown(headers) })
  return (await unlessRefused(platform, call)) !== null
}
