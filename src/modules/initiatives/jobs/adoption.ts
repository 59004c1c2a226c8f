import type { JobDefinition } from '#platform/jobs/index.ts'
import { endUnadopted } from '../actions/withdraw-initiative.ts'

/** Withdrawn initiatives that nobody took over in time. Safe to repeat. */
const endUnadoptedJob: JobDefinition = {
  queue: 'initiatives.end-unadopted',
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', endUnadopted)
  },
  schedule: { cron: '*/15 * * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const adoptionJobs: JobDefinition[] = [endUnadoptedJob]
