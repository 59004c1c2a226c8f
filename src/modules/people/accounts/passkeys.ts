import type { Platform } from '#platform/platform.ts'
import type { NewPasskeyAnswer, PasskeyAnswer } from '../forms/sign-in.ts'
import { authOf, passkeyChallengeCookie } from './auth.ts'
import { shown, unlessRefused } from './calls.ts'
import { begunToken, sessionToken } from './cookie.ts'
import { assure, type StoredSession } from './session.ts'

/** Options for `navigator.credentials`, and the handle of their challenge, which comes back with the answer. */
export type Challenge = { options: Record<string, unknown>; challenge: string }

// better-auth hands the handle to the browser as a cookie. Nobody gets a cookie before signing in, so it travels in the
// form instead; what binds the answer to this site is the origin inside what the passkey signs.
function handleOf(answered: Headers): string {
  const set = answered.getSetCookie().find(cookie => cookie.startsWith(`${passkeyChallengeCookie}=`))
  if (!set) throw new Error('better-auth named no passkey challenge')
  return set.slice(passkeyChallengeCookie.length + 1).split(';', 1)[0]!
}

function withHandle(headers: Headers, challenge: string): Headers {
  const kept = shown(headers)
  const handle = `${passkeyChallengeCookie}=${challenge.replace(/[^\w.%~-]/g, '')}`
  kept.set('cookie', [kept.get('cookie'), handle].filter(Boolean).join('; '))
  return kept
}

/** A challenge to sign in, or to show again who one is. */
export async function challengeForSignIn(platform: Platform, headers: Headers): Promise<Challenge> {
  const { api } = authOf(platform)
  const { response, headers: answered } = await api.generatePasskeyAuthenticationOptions({
    headers: shown(headers),
    returnHeaders: true,
  })
  return { options: { ...response, userVerification: 'required' }, challenge: handleOf(answered) }
}

/** A challenge to add a passkey to the account of the request. */
export async function challengeForNew(platform: Platform, headers: Headers): Promise<Challenge> {
  const { api } = authOf(platform)
  const { response, headers: answered } = await api.generatePasskeyRegistrationOptions({
    headers: shown(headers),
    query: {},
    returnHeaders: true,
  })
  // Some devices yield bytes for the vault later only from passkeys that were made for it.
  const extensions = { ...response.extensions, prf: {} }
  return { options: { ...response, extensions }, challenge: handleOf(answered) }
}

/**
 * Signs in by a passkey that verified its user: a new session at assurance 2 takes the place of the one in the request.
 * Returns headers with its cookie; null when the answer is not accepted, or is another person's while one is `signedIn`.
 */
export async function signInByPasskey(
  platform: Platform,
  headers: Headers,
  answer: PasskeyAnswer,
  signedIn: StoredSession | null,
): Promise<Headers | null> {
  const { api } = authOf(platform)
  const call = api.verifyPasskeyAuthentication({
    body: { response: answer.response },
    headers: withHandle(headers, answer.challenge),
    returnHeaders: true,
  })
  const accepted = await unlessRefused(platform, call)
  const token = accepted && begunToken(platform, accepted.headers)
  if (!accepted || !token) return null
  if (signedIn && accepted.response.user.id !== signedIn.account) {
    await platform.database.accounts.query('delete from accounts.sessions where token = $1', [token])
    return null
  }
  await assure(platform, token)
  return accepted.headers
}

/** Adds a passkey that verified its user; the session of the request rises to assurance 2. False when not accepted. */
export async function addPasskey(
  platform: Platform,
  headers: Headers,
  answer: NewPasskeyAnswer,
  name: string,
): Promise<boolean> {
  const { api } = authOf(platform)
  const call = api.verifyPasskeyRegistration({
    body: { response: answer.response, name },
    headers: withHandle(headers, answer.challenge),
  })
  if (!(await unlessRefused(platform, call))) return false
  const token = sessionToken(platform, headers)
  if (token) await assure(platform, token)
  return true
}
