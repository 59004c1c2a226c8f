import type { JobDefinition } from '#platform/jobs/index.ts'
import { expireListings } from '../actions/keep-listing.ts'

/** Needs and offers whose last day has passed. Safe to repeat. */
const expireListingsJob: JobDefinition = {
  queue: 'network.expire-listings',
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', expireListings)
  },
  schedule: { cron: '50 5 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const aidJobs: JobDefinition[] = [expireListingsJob]
