import type { Scope } from '#platform/database/scope.ts'
import type { JobDefinition, JobRef } from '#platform/jobs/index.ts'
import { remindOfReports, stallOverdue } from '../actions/mark-stalled.ts'
import { passOverdueTakeover, takeoversToSettle } from '../actions/take-over.ts'

// By rule and on its day, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

/** Reports that did not come, offers whose days are over, reports that are due soon. Safe to repeat. */
const realisationTermsJob: JobDefinition = {
  queue: 'initiatives.realisation-terms',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', stallOverdue)
    for (const realisation of await inScope(nobody(ref), 'read', takeoversToSettle))
      await inScope(nobody(ref), 'write', tx => passOverdueTakeover(tx, realisation))
    await inScope(nobody(ref), 'write', remindOfReports)
  },
  schedule: { cron: '10 * * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const realisationJobs: JobDefinition[] = [realisationTermsJob]
