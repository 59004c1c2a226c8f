import type { Database } from '#platform/database/open.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Outcome } from '#platform/refusal.ts'
import { createKeys, teamFor, teamKey, type Unlocked, unlock, unlocked } from '#platform/vault/index.ts'
import { openGeneration } from '#platform/vault/teams.ts'
import { freshDatabase } from './database.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

/** The cheapest that the database takes. */
export const cheap = { memory: 19_456, passes: 2, lanes: 1 }

/** What came of it, when nothing spoke against it. */
export function given<T extends object>(outcome: Outcome<T>): { ok: true } & T {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome
}

/** A person with an account and a session with a second factor. `passphrase` is theirs once they have a key. */
export type Somebody = { account: string; session: string; passphrase: string }

/**
 * A database with one umbrella, people who have keys and roles, and time that can be made to pass; or what is `there` already, where
 * a program runs.
 */
export async function openVaultDesk(there?: { database: Database; umbrella: string }) {
  const database = there?.database ?? (await freshDatabase())
  const umbrella = there?.umbrella ?? (await newUmbrella(database))
  const sql = async (text: string, values: unknown[] = []) => (await database.owner.query(text, values)).rows

  async function newSession(account: string, assurance = 2): Promise<string> {
    const session = newId()
    await sql(
      `insert into accounts.sessions (id, user_id, token, expires_at, assurance, assured_at)
       values ($1, $2, $3, now() + interval '1 day', $4::smallint, case when $4::smallint = 2 then now() end)`,
      [session, account, newId(), assurance],
    )
    return session
  }

  async function somebody(umbrellas = [umbrella]): Promise<Somebody> {
    const account = await newPerson(database, umbrellas)
    await sql('insert into accounts.users (id, email) values ($1, $2)', [account, `${account}@example.org`])
    return { account, session: await newSession(account), passphrase: `the phrase of ${account}` }
  }

  const as = <T>(account: string | null, work: (tx: Tx) => Promise<T>, place = umbrella): Promise<T> =>
    inScope(database.request, { umbrella: place, account }, 'write', work)

  const giveKey = async ({ account, passphrase }: Somebody) =>
    given(await as(account, tx => createKeys(tx, passphrase, cheap))).key

  async function giveRole(who: Somebody, role: string, place = umbrella): Promise<void> {
    await sql('insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, $4)', [
      ...[place, newId(), who.account, role],
    ])
  }

  /** Somebody of a team, with a key. */
  async function colleague(role = 'monitor', place = umbrella): Promise<Somebody> {
    const who = await somebody([place])
    await giveKey(who)
    await giveRole(who, role, place)
    return who
  }

  /** Ends a role, as the act that takes it does. */
  async function takeRole(who: Somebody, role = 'monitor'): Promise<void> {
    const until =
      'update people.roles set valid_until = now() where person_id = $1 and role = $2 and valid_until is null'
    await sql(until, [who.account, role])
  }

  const cookies = new Map<string, string>()

  /** Runs `work` as somebody whose vault is open. */
  async function opened<T>(
    who: Somebody,
    work: (tx: Tx, open: Unlocked) => Promise<T>,
    place = umbrella,
  ): Promise<T> {
    if (!cookies.has(who.account)) {
      const secret = { passphrase: who.passphrase }
      cookies.set(
        who.account,
        given(await as(who.account, tx => unlock(tx, who.session, secret, { cost: cheap }))).cookie,
      )
    }
    return as(
      who.account,
      async tx => {
        const open = await unlocked(tx, who.session, cookies.get(who.account)!)
        if (!open) throw new Error('the vault is closed')
        return work(tx, open)
      },
      place,
    )
  }

  /** Whatever waits for its time has waited this many hours longer. */
  async function letHoursPass(hours: number): Promise<void> {
    await hoursPass(database, hours)
    cookies.clear()
  }

  return {
    database,
    umbrella,
    sql,
    as,
    somebody,
    newSession,
    giveKey,
    giveRole,
    takeRole,
    colleague,
    opened,
    letHoursPass,
  }
}

export type VaultDesk = Awaited<ReturnType<typeof openVaultDesk>>

async function hoursPass({ owner }: Database, hours: number): Promise<void> {
  const older = `- make_interval(hours => ${hours})`
  // The oldest first: two keys of one person never hold at the same time.
  const { rows } = await owner.query<{ id: string }>('select id from vault.keys order by effective_at')
  for (const { id } of rows) {
    await owner.query(
      `update vault.keys set created_at = created_at ${older}, effective_at = effective_at ${older},
         retired_at = retired_at ${older} where id = $1`,
      [id],
    )
  }
}

/** An umbrella with a team of monitors and its first key. */
export async function newTeam(on: VaultDesk, people: number) {
  const umbrella = await newUmbrella(on.database)
  const as = <T>(who: Somebody | null, work: (tx: Tx) => Promise<T>) =>
    on.as(who?.account ?? null, work, umbrella)
  const opened = <T>(who: Somebody, work: (tx: Tx, open: Unlocked) => Promise<T>) =>
    on.opened(who, work, umbrella)
  const monitors: Somebody[] = []
  for (let count = 0; count < people; count++) monitors.push(await on.colleague('monitor', umbrella))
  const team = await as(null, tx => teamFor(tx, 'monitor'))
  const key = (await as(null, tx => teamKey(tx, team)))!
  const has = (who: Somebody, { id } = key) =>
    opened(who, async (tx, open) => (await openGeneration(tx, open, id)) !== null)
  const current = async () => (await as(null, tx => teamKey(tx, team)))!
  return {
    umbrella,
    as,
    opened,
    monitors,
    team,
    key,
    has,
    current,
    join: () => on.colleague('monitor', umbrella),
  }
}
