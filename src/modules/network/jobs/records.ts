import type { Scope } from '#platform/database/scope.ts'
import type { JobDefinition, JobRef } from '#platform/jobs/index.ts'
import { carryOutAwaitingMerges } from '../actions/carry-out-merge.ts'
import { findDuplicates } from '../actions/find-duplicates.ts'
import { dropForgottenImports } from '../actions/keep-import.ts'
import { releaseRefusedDocuments } from '../actions/release-documents.ts'

// By rule and on its day, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

/** Organisations that may be one: after an import, and every night. Safe to repeat. */
const findDuplicatesJob: JobDefinition = {
  queue: 'network.find-duplicates',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', findDuplicates)
  },
  schedule: { cron: '30 3 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

/** Merges whose organisations answered, perhaps from another umbrella. Safe to repeat. */
const carryOutMergesJob: JobDefinition = {
  queue: 'network.carry-out-merges',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', carryOutAwaitingMerges)
  },
  schedule: { cron: '*/15 * * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

/** Uploaded lists that nobody took over. Safe to repeat. */
const dropImportsJob: JobDefinition = {
  queue: 'network.drop-imports',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', dropForgottenImports)
  },
  schedule: { cron: '10 4 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

/** Documents of mandates that were refused a month ago. Safe to repeat. */
const releaseDocumentsJob: JobDefinition = {
  queue: 'network.release-documents',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', releaseRefusedDocuments)
  },
  schedule: { cron: '20 4 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const recordsJobs: JobDefinition[] = [
  findDuplicatesJob,
  carryOutMergesJob,
  dropImportsJob,
  releaseDocumentsJob,
]
