import type { JobContext, JobDefinition } from '#platform/jobs/index.ts'
import { announceReports } from '../actions/announce-reports.ts'

async function tidyDrafts({ worker }: JobContext): Promise<void> {
  await worker.query('select monitoring.tidy_report_drafts()')
}

/**
 * At fixed hours and not when a report arrives: the time of a mail, on its way or in a copy of the database, would say when
 * somebody reported.
 */
const announce: JobDefinition = {
  queue: 'monitoring.announce-reports',
  handler: async ({ job, once }, { umbrella }) => {
    await once({ umbrella, account: null }, tx => announceReports(tx, job))
  },
  schedule: { cron: '15 7,10,13,16,19 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

/** Files of reports that were begun and never submitted. Safe to repeat. */
const tidy: JobDefinition = {
  queue: 'monitoring.tidy-report-drafts',
  handler: tidyDrafts,
  schedule: { cron: '7 * * * *', zone: 'UTC', each: 'installation' },
}

export const reportJobs: JobDefinition[] = [announce, tidy]
