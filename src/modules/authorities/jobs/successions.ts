import type { JobDefinition } from '#platform/jobs/index.ts'
import { passLettersOn } from '../actions/pass-letters-on.ts'

/** Opens letters to bodies that took over from others: at once where it was said, within the hour everywhere. Safe to repeat. */
export const passOnJob: JobDefinition = {
  queue: 'authorities.pass-letters-on',
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', passLettersOn)
  },
  schedule: { cron: '5 * * * *', zone: 'UTC', each: 'umbrella' },
}
