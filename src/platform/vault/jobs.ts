import type { JobContext, JobDefinition } from '#platform/jobs/index.ts'

async function tidy({ worker }: JobContext): Promise<void> {
  await worker.query('delete from vault.unlocks where expires_at <= now()')
}

async function purgeDue({ worker }: JobContext): Promise<void> {
  await worker.query('select vault.purge_due()')
}

/** The vault's jobs. */
export const vaultJobs: JobDefinition[] = [
  {
    queue: 'vault.tidy',
    schedule: { cron: '*/10 * * * *', zone: 'UTC', each: 'installation' },
    handler: tidy,
  },
  {
    queue: 'vault.purge',
    schedule: { cron: '41 2 * * *', zone: 'UTC', each: 'installation' },
    handler: purgeDue,
  },
]
