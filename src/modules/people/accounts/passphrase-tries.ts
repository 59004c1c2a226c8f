import type { Allowance } from '#platform/counting/token-buckets.ts'
import type { Platform } from '#platform/platform.ts'

// Five in a row, then one every three minutes: who mistypes goes on, who guesses has 480 tries a day.
const allowance: Allowance = { burst: 5, seconds: 180 }

const take = `
  insert into accounts.passphrase_tries as t (user_id, tokens) values ($1, $2::double precision - 1)
  on conflict (user_id) do update
    set tokens = least($2, t.tokens + extract(epoch from now() - t.counted_at) / $3) - 1, counted_at = now()
    where least($2, t.tokens + extract(epoch from now() - t.counted_at) / $3) >= 1`

/**
 * Whether somebody may try a passphrase now; the attempt is counted before it is made, so that many at once gain nothing.
 * On the accounts pool: what is refused afterwards is not forgotten with its transaction.
 */
export async function mayTryPassphrase({ database }: Platform, account: string): Promise<boolean> {
  const taken = await database.accounts.query(take, [account, allowance.burst, allowance.seconds])
  return taken.rowCount === 1
}

/** The passphrase was the right one: what was tried before counts no more. */
export async function forgetPassphraseTries({ database }: Platform, account: string): Promise<void> {
  await database.accounts.query('delete from accounts.passphrase_tries where user_id = $1', [account])
}
