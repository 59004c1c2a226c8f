import type { Platform } from '#platform/platform.ts'
import { authOf } from './auth.ts'
import { shown } from './calls.ts'
import { begunToken } from './cookie.ts'
import { assure } from './session.ts'

/** How long new recovery codes can be looked at, unless the person says before that they are written down. */
const shownFor = '15 minutes'

/** `credential`: how the device that has it knows it. */
export type PasskeyFace = {
  id: string
  credential: string
  name: string | null
  madeOn: string
  synced: boolean
}

/** What a person can show beside a mailed code. `since` days are UTC. `recoveryCodes`: how many are left. */
export type Factors = {
  authenticator: 'none' | 'unconfirmed' | 'active'
  recoveryCodes: number
  recoveryCodesShown: boolean
  passkeys: PasskeyFace[]
}

/** The factors of an account. */
export async function factorsOf(platform: Platform, account: string): Promise<Factors> {
  const pool = platform.database.accounts
  const { rows } = await pool.query<{ verified: boolean; shown: boolean }>(
    `select f.verified and u.two_factor_enabled as verified, coalesce(f.recovery_shown_until > now(), false) as shown
     from accounts.two_factors f join accounts.users u on u.id = f.user_id where f.user_id = $1`,
    [account],
  )
  const active = rows[0]?.verified === true
  return {
    authenticator: active ? 'active' : rows[0] ? 'unconfirmed' : 'none',
    recoveryCodes: active ? (await recoveryCodes(platform, account)).length : 0,
    recoveryCodesShown: active && rows[0]!.shown,
    passkeys: await passkeysOf(platform, account),
  }
}

/** The passkeys of an account, the oldest first. */
export async function passkeysOf({ database }: Platform, account: string): Promise<PasskeyFace[]> {
  const { rows } = await database.accounts.query<PasskeyFace>(
    `select id, credential_id as credential, name, (created_at at time zone 'UTC')::date as "madeOn", backed_up as synced
     from accounts.passkeys where user_id = $1 order by created_at, id`,
    [account],
  )
  return rows
}

/** The recovery codes that are left, in plain text. */
export async function recoveryCodes(platform: Platform, account: string): Promise<string[]> {
  return (await authOf(platform).api.viewBackupCodes({ body: { userId: account } })).backupCodes
}

async function showRecoveryCodes(platform: Platform, account: string): Promise<void> {
  await platform.database.accounts.query(
    `update accounts.two_factors set recovery_shown_until = now() + interval '${shownFor}' where user_id = $1`,
    [account],
  )
}

/** The person has written the codes down: they are not shown again. */
export async function hideRecoveryCodes(platform: Platform, account: string): Promise<void> {
  await platform.database.accounts.query(
    'update accounts.two_factors set recovery_shown_until = null where user_id = $1',
    [account],
  )
}

/** Makes a new secret for an authenticator app, replacing one that was never confirmed. */
export async function beginAuthenticator(
  platform: Platform,
  headers: Headers,
  account: string,
): Promise<void> {
  await authOf(platform).api.enableTwoFactor({ body: {}, headers: shown(headers) })
  await showRecoveryCodes(platform, account)
}

/** The `otpauth:` address of the secret that waits to be confirmed. Never call it for a factor that is active. */
export async function authenticatorUri(platform: Platform, headers: Headers): Promise<string> {
  return (await authOf(platform).api.getTOTPURI({ body: {}, headers: shown(headers) })).totpURI
}

/** Replaces the recovery codes; they can be shown for a quarter of an hour. */
export async function renewRecoveryCodes(
  platform: Platform,
  headers: Headers,
  account: string,
): Promise<void> {
  await authOf(platform).api.generateBackupCodes({ body: {}, headers: shown(headers) })
  await showRecoveryCodes(platform, account)
}

/** Removes authenticator and recovery codes. The session begins anew, at assurance 2; its cookie is in the headers. */
export async function removeAuthenticator(platform: Platform, headers: Headers): Promise<Headers> {
  const { api } = authOf(platform)
  const answer = await api.disableTwoFactor({ body: {}, headers: shown(headers), returnHeaders: true })
  const token = begunToken(platform, answer.headers)
  if (token) await assure(platform, token)
  return answer.headers
}

/** Removes a passkey of the account; false when it has no such passkey. */
export async function removePasskey(platform: Platform, account: string, id: string): Promise<boolean> {
  const { rowCount } = await platform.database.accounts.query(
    'delete from accounts.passkeys where id = $1 and user_id = $2',
    [id, account],
  )
  return rowCount === 1
}
