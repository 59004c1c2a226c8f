import type { JobDefinition } from '#platform/jobs/index.ts'
import { remindDelegates } from '../actions/remind-delegates.ts'

/** Terms that end, reports that are owed. Safe to repeat. */
const delegatesJob: JobDefinition = {
  queue: 'councils.delegates',
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', remindDelegates)
  },
  schedule: { cron: '20 6 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const councilJobs: JobDefinition[] = [delegatesJob]
