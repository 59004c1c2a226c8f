import { createHmac } from 'node:crypto'
import type { Locale } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import { tellFactorChanged } from '../emails/factor-changed.ts'
import { authOf } from './auth.ts'
import { shown, unlessRefused } from './calls.ts'
import { begunToken, sessionToken } from './cookie.ts'
import { normaliseRecoveryCode } from './recovery-codes.ts'
import { assure, type StoredSession } from './session.ts'

const mostAttempts = 10
const windowMinutes = 15

/** How trying a code went. `locked`: too many tries in a quarter of an hour. */
export type CodeOutcome = 'accepted' | 'wrong' | 'locked'

// Claims the code for this person before it is checked: better-auth would take one code twice, and would let a session
// that exists try for ever.
async function claim(platform: Platform, account: string, code: string): Promise<CodeOutcome | Buffer> {
  const mark = createHmac('sha256', platform.secrets.auth).update(`second factor ${account} ${code}`).digest()
  const pool = platform.database.accounts
  await pool.query(
    `delete from accounts.code_attempts where user_id = $1 and tried_at < now() - interval '${windowMinutes} minutes'`,
    [account],
  )
  const { rows } = await pool.query<{ tries: number; claimed: boolean }>(
    `with tries as (select count(*) as made from accounts.code_attempts where user_id = $1),
       claimed as (insert into accounts.code_attempts (user_id, code_mark)
         select $1, $2 from tries where made < $3 on conflict do nothing returning 1)
     select made as tries, exists (select from claimed) as claimed from tries`,
    [account, mark, mostAttempts],
  )
  if (rows[0]!.tries >= mostAttempts) return 'locked'
  return rows[0]!.claimed ? mark : 'wrong'
}

// What was tried in vain counts no more; the code that was taken stays claimed until nobody accepts it any longer.
async function forgetTries(platform: Platform, account: string, taken: Buffer): Promise<void> {
  await platform.database.accounts.query(
    'delete from accounts.code_attempts where user_id = $1 and code_mark <> $2',
    [account, taken],
  )
}

type Check = (code: string) => Promise<unknown>

async function tryCode(
  platform: Platform,
  account: string,
  code: string,
  check: Check,
): Promise<CodeOutcome> {
  const claimed = await claim(platform, account, code)
  if (typeof claimed === 'string') return claimed
  if ((await check(code)) === null) return 'wrong'
  await forgetTries(platform, account, claimed)
  return 'accepted'
}

const isAuthenticatorCode = (typed: string) => /^\d{6}$/.test(typed.replace(/\s/g, ''))

/**
 * Checks an authenticator or a recovery code for the session of the request and raises it to assurance 2. Of a recovery
 * code the mailbox is told: only somebody who lost their device needs one.
 */
export async function showSecondFactor(
  platform: Platform,
  headers: Headers,
  session: StoredSession,
  typed: string,
  locale: Locale,
): Promise<CodeOutcome> {
  // better-auth would take the codes of an authenticator that was never confirmed.
  const { account, authenticator } = session
  if (!authenticator) return 'wrong'
  const { api } = authOf(platform)
  const byApp = isAuthenticatorCode(typed)
  const outcome = byApp
    ? await tryCode(platform, account, typed.replace(/\s/g, ''), code =>
        unlessRefused(platform, api.verifyTOTP({ body: { code }, headers: shown(headers) })),
      )
    : await tryCode(platform, account, normaliseRecoveryCode(typed), code =>
        unlessRefused(platform, api.verifyBackupCode({ body: { code }, headers: shown(headers) })),
      )
  const token = sessionToken(platform, headers)
  if (outcome === 'accepted' && token) await assure(platform, token)
  if (outcome === 'accepted' && !byApp) tellFactorChanged(platform, session, 'recovery-code-used', locale)
  return outcome
}

/** Confirms a new authenticator app by its first code. The session begins anew; its cookie is in the headers. */
export async function confirmAuthenticator(
  platform: Platform,
  headers: Headers,
  account: string,
  typed: string,
): Promise<{ outcome: CodeOutcome; headers?: Headers }> {
  const { api } = authOf(platform)
  let answered: Headers | undefined
  const outcome = await tryCode(platform, account, typed.replace(/\s/g, ''), async code => {
    const call = api.verifyTOTP({ body: { code }, headers: shown(headers), returnHeaders: true })
    answered = (await unlessRefused(platform, call))?.headers
    return answered ?? null
  })
  const token = answered && begunToken(platform, answered)
  if (token) await assure(platform, token)
  return { outcome, headers: answered }
}
