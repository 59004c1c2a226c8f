import type { Session } from '#platform/http/viewer.ts'
import type { Platform } from '#platform/platform.ts'
import { sessionToken } from './cookie.ts'

/**
 * How far a sign-in has come. `nameless`: the address is confirmed, the person has not yet said how they want to be
 * called. `second-step`: the person has an authenticator app and has not used it in this session. Only a `complete`
 * session is a session for the rest of the program.
 */
export type SignInStage = 'nameless' | 'second-step' | 'complete'

/**
 * A session as it is stored. `authenticator`: the person has an authenticator app; `passkeys`: at least one passkey.
 * `fresh`: signed in, or shown a second factor where there is one, in the last 15 minutes.
 */
export type StoredSession = Session & {
  stage: SignInStage
  email: string
  authenticator: boolean
  passkeys: boolean
  fresh: boolean
}

type Row = Omit<StoredSession, 'stage'> & { unusedToday: boolean }

const text = `
  select s.id, s.user_id as account, u.name, s.assurance, u.email, u.two_factor_enabled as authenticator, p.some as passkeys,
    coalesce(case when u.two_factor_enabled or p.some then s.assured_at else s.created_at end
      > now() - interval '15 minutes', false) as fresh,
    s.last_used_on < current_date as "unusedToday"
  from accounts.sessions s
    join accounts.users u on u.id = s.user_id
    cross join lateral (select exists (select from accounts.passkeys k where k.user_id = u.id) as some) p
  where s.token = $1 and s.expires_at > now()`

function stageOf(row: Omit<StoredSession, 'stage'>): SignInStage {
  if (row.authenticator && row.assurance === 1) return 'second-step'
  return row.name === '' ? 'nameless' : 'complete'
}

/** The session of a request, also when its sign-in is not complete. One query on the accounts pool; none without a cookie. */
export async function storedSession(platform: Platform, headers: Headers): Promise<StoredSession | null> {
  const token = sessionToken(platform, headers)
  if (!token) return null
  const pool = platform.database.accounts
  const { rows } = await pool.query<Row>({ name: 'people.session', text, values: [token] })
  if (!rows[0]) return null
  const { unusedToday, ...row } = rows[0]
  if (unusedToday) {
    // The day alone: the list of sessions needs no more, and an hour would draw the rhythm of a life.
    await pool.query('update accounts.sessions set last_used_on = current_date where id = $1', [row.id])
  }
  return { ...row, stage: stageOf(row) }
}

/** Who is behind a request: nobody while the sign-in lacks a name or the second step. */
export async function session(platform: Platform, headers: Headers): Promise<Session | null> {
  const stored = await storedSession(platform, headers)
  if (stored?.stage !== 'complete') return null
  const { id, account, name, assurance } = stored
  return { id, account, name, assurance }
}

/** Raises the session with this token to assurance 2: its person has just shown a second factor. */
export async function assure(platform: Platform, token: string): Promise<void> {
  await platform.database.accounts.query(
    'update accounts.sessions set assurance = 2, assured_at = now() where token = $1',
    [token],
  )
}
