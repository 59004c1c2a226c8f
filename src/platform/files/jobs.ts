import type { JobContext, JobDefinition } from '#platform/jobs/index.ts'

// A hundred files a transaction, so that a long night locks little at a time. The journal has no entry of its own for it:
// the withdrawal, refusal or removal that left the file alone is there.
async function removeUnneeded({ worker, signal }: JobContext): Promise<void> {
  let removed: number
  do {
    const { rows } = await worker.query<{ removed: number }>(
      'select platform.remove_unneeded_files() as removed',
    )
    removed = rows[0]!.removed
  } while (removed > 0 && !signal.aborted)
}

/** Every night: files to which nothing leads any more. Safe to repeat, and beside people who attach files. */
export const fileJobs: JobDefinition[] = [
  {
    queue: 'files.remove-unneeded',
    schedule: { cron: '40 4 * * *', zone: 'UTC', each: 'installation' },
    handler: removeUnneeded,
  },
]
