import type { JobContext, JobDefinition } from '#platform/jobs/index.ts'

async function tidy({ worker }: JobContext): Promise<void> {
  await worker.query('delete from vault.unlocks where expires_at <= now()')
}

/** The vault's jobs. */
export const vaultJobs: JobDefinition[] = [
  {
    queue: 'vault.tidy',
    schedule: { cron: '*/10 * * * *', zone: 'UTC', each: 'installation' },
    handler: tidy,
  },
]
