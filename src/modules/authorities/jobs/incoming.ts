import type { JobDefinition } from '#platform/jobs/index.ts'
import { readArrivedMail } from '../actions/read-mail.ts'

/** Reads what the receiver kept, two at once: each takes a process of its own. */
const read: JobDefinition = {
  queue: 'authorities.read-mail',
  concurrency: 2,
  handler: (context, { umbrella, id }) => readArrivedMail(context, umbrella!, id),
}

/** Every night: what was discarded a month ago. Safe to repeat. */
const purge: JobDefinition = {
  queue: 'authorities.purge-mail',
  schedule: { cron: '25 4 * * *', zone: 'UTC', each: 'installation' },
  handler: async ({ worker }) => {
    await worker.query('select authorities.purge_mail()')
  },
}

export const incomingJobs: JobDefinition[] = [read, purge]
