import type { Scope } from '#platform/database/scope.ts'
import type { JobContext, JobDefinition, JobRef } from '#platform/jobs/index.ts'
import { markBreaches, remindOfDeadlines } from '../actions/mark-breaches.ts'
import { calendarsToRecount, recountBatch } from '../actions/recount-deadlines.ts'

// By rule and on its day, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

// Before any id.
const start = '00000000-0000-0000-0000-000000000000'

/** What became overdue at midnight, and what will soon. Safe to repeat. */
const clocksJob: JobDefinition = {
  queue: 'authorities.deadlines',
  handler: async ({ inScope, signal }, ref) => {
    let more = true
    while (more && !signal.aborted) more = (await inScope(nobody(ref), 'write', markBreaches)).more
    await inScope(nobody(ref), 'write', remindOfDeadlines)
  },
  schedule: { cron: '20 4 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

/** Counts open clocks again after a calendar was corrected, wherever that was. Safe to repeat: it goes on where it stopped. */
async function recount({ inScope, signal }: JobContext, ref: JobRef): Promise<void> {
  for (const calendar of await inScope(nobody(ref), 'read', calendarsToRecount)) {
    let after: string | null = start
    while (after !== null && !signal.aborted) {
      const from: string = after
      after = (await inScope(nobody(ref), 'write', tx => recountBatch(tx, calendar, from))).after
    }
  }
}

const recountJob: JobDefinition = {
  queue: 'authorities.recount-deadlines',
  handler: recount,
  schedule: { cron: '50 * * * *', zone: 'UTC', each: 'umbrella' },
  // Every open clock of the umbrella.
  timeout: 3600,
}

export const deadlineJobs: JobDefinition[] = [clocksJob, recountJob]
