import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import * as z from 'zod'
import { inScope } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import { saveOwnName } from '../actions/save-own-name.ts'
import { authOf } from './auth.ts'
import { shown, unlessRefused } from './calls.ts'
import { codeMinutes } from './code-minutes.ts'
import { authSecret, sessionToken } from './cookie.ts'

const memo = z.object({ address: z.string(), to: z.string(), until: z.number() })

/** What the code page must remember, sealed into its address: phones reload a page when one comes back from the mail. */
export async function sealSignIn(platform: Platform, address: string, to: string): Promise<string> {
  const data = JSON.stringify({ address, to, until: Date.now() + codeMinutes * 60_000 })
  return symmetricEncrypt({ key: authSecret(platform), data })
}

/** Address and destination from the address of the code page; null when it was altered or is too old. */
export async function openSignIn(
  platform: Platform,
  sealed: string,
): Promise<{ address: string; to: string } | null> {
  try {
    const data = await symmetricDecrypt({ key: authSecret(platform), data: sealed })
    const { address, to, until } = memo.parse(JSON.parse(data))
    return until > Date.now() ? { address, to } : null
  } catch {
    return null
  }
}

/** Makes a code for an address and mails it after the answer. The same steps whether somebody has the address or not. */
export async function requestCode(platform: Platform, address: string, locale: Locale): Promise<void> {
  await authOf(platform).api.sendVerificationOTP({
    body: { email: address, type: 'sign-in' },
    headers: shown(new Headers(), locale),
  })
}

/**
 * Signs in by a mailed code, making the account of an address that had none. Returns the answer's headers, which carry
 * the cookie; null when the code is wrong, used, too old or was tried too often.
 */
export async function signInByCode(
  platform: Platform,
  address: string,
  code: string,
): Promise<Headers | null> {
  const { api } = authOf(platform)
  const call = api.signInEmailOTP({
    body: { email: address, otp: code },
    headers: new Headers(),
    returnHeaders: true,
  })
  return (await unlessRefused(platform, call))?.headers ?? null
}

/** Ends the session that a request carries, so that signing in again leaves none behind. */
export async function endCarriedSession(platform: Platform, headers: Headers): Promise<void> {
  const token = sessionToken(platform, headers)
  if (token) await platform.database.accounts.query('delete from accounts.sessions where token = $1', [token])
}

/** Ends the session and returns headers that remove its cookie. */
export async function signOut(platform: Platform, headers: Headers): Promise<Headers> {
  const { api } = authOf(platform)
  return (await api.signOut({ headers: shown(headers), returnHeaders: true })).headers
}

/** Keeps how a person wants to be called, in their own row and beside their session. Makes the row at the first sign-in. */
export async function nameAccount(
  platform: Platform,
  account: string,
  name: string,
  locale: Locale,
): Promise<void> {
  await inScope(platform.database.request, { umbrella: null, account }, 'write', tx =>
    saveOwnName(tx, account, name, locale),
  )
  await copyName(platform, account, name)
}

/** Copies a person's name beside their sessions, where each request reads it. */
export async function copyName(platform: Platform, account: string, name: string): Promise<void> {
  const text = 'update accounts.users set name = $2, updated_at = now() where id = $1'
  await platform.database.accounts.query(text, [account, name])
}
