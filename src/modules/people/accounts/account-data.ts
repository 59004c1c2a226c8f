import type { Platform } from '#platform/platform.ts'

/** What is kept to sign a person in, without the secrets themselves. */
export async function accountData(platform: Platform, account: string): Promise<Record<string, unknown>> {
  const { rows } = await platform.database.accounts.query<Record<string, unknown>>(
    `select u.email, u.email_verified as "emailVerified", u.created_at as "createdAt",
       u.two_factor_enabled as "authenticator",
       (select coalesce(json_agg(json_build_object('name', name, 'createdAt', created_at, 'device', device_type,
          'synced', backed_up) order by created_at), '[]') from accounts.passkeys where user_id = u.id) as passkeys,
       (select coalesce(json_agg(json_build_object('since', created_at, 'lastUsedOn', last_used_on, 'assurance', assurance)
          order by created_at), '[]') from accounts.sessions where user_id = u.id) as sessions
     from accounts.users u where u.id = $1`,
    [account],
  )
  return rows[0] ?? {}
}

/** Deletes an account with its sessions, passkeys and codes. */
export async function eraseAccount(platform: Platform, account: string): Promise<void> {
  await platform.database.accounts.query('delete from accounts.users where id = $1', [account])
}

/** Deletes accounts whose address was confirmed and whose person never went on, and sessions that have ended. */
export async function sweepAccounts(platform: Platform): Promise<void> {
  const pool = platform.database.accounts
  await pool.query('delete from accounts.sessions where expires_at < now()')
  await pool.query('delete from accounts.verifications where expires_at < now()')
  // Founders and others who were named by somebody else have no session yet and stay.
  await pool.query(
    `delete from accounts.users where name = '' and email_verified and created_at < now() - interval '7 days'
       and not exists (select from accounts.sessions s where s.user_id = users.id)`,
  )
}
