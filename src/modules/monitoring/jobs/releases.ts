import type { JobDefinition } from '#platform/jobs/index.ts'
import { remindOfRelease } from '../actions/remind-of-release.ts'

const remind: JobDefinition = {
  queue: 'monitoring.remind-of-release',
  handler: ({ inScope }, { umbrella }) => inScope({ umbrella, account: null }, 'write', remindOfRelease),
  schedule: { cron: '30 7 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const releaseJobs: JobDefinition[] = [remind]
