import type { Scope } from '#platform/database/scope.ts'
import { type JobDefinition, type JobRef, NotYet } from '#platform/jobs/index.ts'
import { closeObjections } from '../actions/close-objections.ts'
import { endLeaving } from '../actions/end-membership.ts'
import { remindOfMandates, remindOfProfiles } from '../actions/remind.ts'
import { tellMembers } from '../emails/applications.ts'
import { tellOfAppointment } from '../emails/appointments.ts'

// By rule and on its day, in nobody's name.
const nobody = ({ umbrella }: JobRef): Scope => ({ umbrella, account: null })

/** The end of an objection period. Its own row's lock makes it happen once, however often the job runs. */
const closeObjectionsJob: JobDefinition = {
  queue: 'network.close-objections',
  handler: async ({ inScope }, ref) => {
    const closing = await inScope(nobody(ref), 'write', tx => closeObjections(tx, ref.id))
    // Trying again soon is what the retries are for.
    if (closing === 'early') throw new NotYet('objection-period-runs')
  },
  retry: { limit: 20, delay: 60, backoff: true },
}

/** Everybody inside hears of an application: of its publication, of a decision that is needed, of a new member. */
const tellMembersJob: JobDefinition = {
  queue: 'network.tell-members',
  handler: async ({ inScope }, ref) => inScope(nobody(ref), 'write', tx => tellMembers(tx, ref.id)),
}

/** Members hear that they are asked who shall hold a post. */
const tellOfAppointmentJob: JobDefinition = {
  queue: 'network.tell-of-appointment',
  handler: async ({ inScope }, ref) => inScope(nobody(ref), 'write', tx => tellOfAppointment(tx, ref.id)),
}

/** The day on which a member said that it leaves. */
const endLeavingJob: JobDefinition = {
  queue: 'network.end-leaving',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', tx => endLeaving(tx, ref.id))
  },
}

/** Mandates that run out, profiles that are a year old: each told once. */
const remindJob: JobDefinition = {
  queue: 'network.remind-members',
  handler: async ({ inScope }, ref) => {
    await inScope(nobody(ref), 'write', remindOfMandates)
    await inScope(nobody(ref), 'write', remindOfProfiles)
  },
  schedule: { cron: '20 5 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const admissionJobs: JobDefinition[] = [
  closeObjectionsJob,
  tellMembersJob,
  tellOfAppointmentJob,
  endLeavingJob,
  remindJob,
]
