import type { Scope } from '#platform/database/scope.ts'
import type { JobDefinition, JobRef } from '#platform/jobs/index.ts'
import { closeOverdueAgreements, closeRenewedAgreements } from '../actions/close-agreements.ts'
import { remindOfAgreements } from '../actions/remind-of-agreements.ts'

// By rule and on its day, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

/** Terms of cooperation agreements: what a renewal took over, what ran out, what will run out soon. Safe to repeat. */
const agreementTermsJob: JobDefinition = {
  queue: 'network.agreement-terms',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', tx => closeRenewedAgreements(tx, null))
    await inScope(nobody(ref), 'write', closeOverdueAgreements)
    await inScope(nobody(ref), 'write', remindOfAgreements)
  },
  schedule: { cron: '40 5 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const agreementJobs: JobDefinition[] = [agreementTermsJob]
