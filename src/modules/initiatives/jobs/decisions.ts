import type { Scope } from '#platform/database/scope.ts'
import type { JobDefinition, JobRef } from '#platform/jobs/index.ts'
import { advanceDecision, decisionsToAdvance } from '../actions/advance-decision.ts'
import { tellCourse } from '../emails/ballots.ts'

// By rule and on its moment, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

/** Countdowns and ends. Each decision in a transaction of its own, under its own lock: safe to repeat, in any process. */
const advanceJob: JobDefinition = {
  queue: 'initiatives.advance-decisions',
  handler: async ({ inScope }, ref) => {
    const due = await inScope(nobody(ref), 'read', decisionsToAdvance)
    for (const id of due) await inScope(nobody(ref), 'write', tx => advanceDecision(tx, id))
  },
  schedule: { cron: '* * * * *', zone: 'UTC', each: 'umbrella' },
  retry: { limit: 2, delay: 10, backoff: false },
}

/** Members are many: whoever moves a decision does not wait until all of them are told. */
const tellCourseJob: JobDefinition = {
  queue: 'initiatives.tell-course',
  handler: async ({ inScope }, ref) => inScope(nobody(ref), 'write', tx => tellCourse(tx, ref.id)),
}

export const decisionJobs: JobDefinition[] = [advanceJob, tellCourseJob]
