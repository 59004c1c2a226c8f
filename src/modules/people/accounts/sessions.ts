import type { Assurance } from '#platform/http/viewer.ts'
import type { Platform } from '#platform/platform.ts'

/** A signed-in browser as its person sees it in a list. Neither device nor place: we do not know them. */
export type SessionFace = {
  id: string
  since: Temporal.Instant
  lastUsedOn: string
  assurance: Assurance
  current: boolean
}

/** The sessions of an account that have not ended, this one first, then the latest used. */
export async function listSessions(
  platform: Platform,
  account: string,
  current: string,
): Promise<SessionFace[]> {
  const { rows } = await platform.database.accounts.query<Omit<SessionFace, 'since'> & { since: string }>(
    `select id, created_at as since, last_used_on as "lastUsedOn", assurance, id = $2 as current
     from accounts.sessions where user_id = $1 and expires_at > now()
     order by id = $2 desc, last_used_on desc, created_at desc`,
    [account, current],
  )
  return rows.map(row => ({ ...row, since: Temporal.Instant.from(row.since) }))
}

/** Ends one session of the account; false when it has none with this id. */
export async function endSession(platform: Platform, account: string, id: string): Promise<boolean> {
  const { rowCount } = await platform.database.accounts.query(
    'delete from accounts.sessions where user_id = $1 and id = $2',
    [account, id],
  )
  return rowCount === 1
}

/** Ends every session of the account but one. Returns how many ended. */
export async function endOtherSessions(
  platform: Platform,
  account: string,
  current: string,
): Promise<number> {
  const { rowCount } = await platform.database.accounts.query(
    'delete from accounts.sessions where user_id = $1 and id <> $2',
    [account, current],
  )
  return rowCount ?? 0
}
