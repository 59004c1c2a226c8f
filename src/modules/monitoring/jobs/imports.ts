import type { JobDefinition } from '#platform/jobs/index.ts'
import { recordDraft, recordingQueue } from '../actions/record-draft.ts'

/** One at a time in a process: it keeps a whole file in memory. Tried again only when its process went down. */
const record: JobDefinition = {
  queue: recordingQueue,
  handler: recordDraft,
  retry: { limit: 2, delay: 5, backoff: false },
  timeout: 1800,
  concurrency: 1,
}

/** Chronicles that were brought and not recorded, after a day. Safe to repeat. */
const tidy: JobDefinition = {
  queue: 'monitoring.tidy-import-drafts',
  handler: async ({ worker }) => {
    await worker.query('select monitoring.tidy_import_drafts()')
  },
  schedule: { cron: '23 * * * *', zone: 'UTC', each: 'installation' },
}

export const importJobs: JobDefinition[] = [record, tidy]
