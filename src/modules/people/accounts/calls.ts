import { APIError } from 'better-auth/api'
import type { Platform } from '#platform/platform.ts'

/** What better-auth may see of a request: its cookie, and the language for what it mails. Never a device or an address. */
export function shown(headers: Headers, locale?: string): Headers {
  const kept = new Headers()
  const cookie = headers.get('cookie')
  if (cookie) kept.set('cookie', cookie)
  if (locale) kept.set('accept-language', locale)
  return kept
}

// The passkey plugin calls every registration that it cannot verify its own failure.
const blamesItself = 'FAILED_TO_VERIFY_REGISTRATION'

/** The result of a call, or null when better-auth refused the request. Anything else it throws is a bug and stays one. */
export async function unlessRefused<T>(platform: Platform, call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    if (error.statusCode >= 500 && error.body?.code !== blamesItself) throw error
    platform.log.debug({ room: 'people', code: error.body?.code }, 'a sign-in step was refused')
    return null
  }
}
