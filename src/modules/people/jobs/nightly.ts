import { sql } from 'drizzle-orm'
import type { JobDefinition } from '#platform/jobs/index.ts'
import { sweepAccounts } from '../accounts/account-data.ts'

/** Every night: ended sessions, old codes, and accounts that nobody went on with. */
export const sweepAccountsJob: JobDefinition = {
  queue: 'people.sweep-accounts',
  schedule: { cron: '20 3 * * *', zone: 'Europe/Kyiv', each: 'installation' },
  handler: ({ platform }) => sweepAccounts(platform),
}

/** Every night, in each umbrella: an invitation that has expired keeps no address. */
export const forgetAddressesJob: JobDefinition = {
  queue: 'people.forget-addresses',
  schedule: { cron: '40 3 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', tx =>
      tx.execute(sql`
        update people.invitations set address = null
        where umbrella_id = platform.current_umbrella() and address is not null and expires_at < now()`),
    )
  },
}
