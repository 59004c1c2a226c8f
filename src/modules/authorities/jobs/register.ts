import { coordinators, peopleOfMember } from '#modules/network/index.ts'
import type { JobContext, JobDefinition } from '#platform/jobs/index.ts'
import { queueMail } from '#platform/mail/index.ts'
import { embargoEnds } from '../emails/embargo.ts'

type Ending = { umbrella: string; id: string; number: number; membership: string | null; until: string }

async function remind({ worker, inScope }: JobContext): Promise<void> {
  const { rows } = await worker.query<Ending>(
    'select umbrella, id, number, membership, until::text as until from authorities.embargoes_ending()',
  )
  for (const { umbrella, id, number, membership, until } of rows) {
    await inScope({ umbrella, account: null }, 'write', async tx => {
      const people = membership === null ? await coordinators(tx) : await peopleOfMember(tx, membership)
      for (const person of people) {
        await queueMail(tx, {
          person,
          // The day is part of it: an embargo that was put off is told of again.
          event: `${embargoEnds.key} ${id} ${until}`,
          template: embargoEnds.key,
          values: { number, on: until },
          category: 'soon',
          link: `/communications/${number}/publication`,
        })
      }
    })
  }
}

const hourly = (queue: string, cron: string, handler: JobDefinition['handler']): JobDefinition => ({
  queue,
  handler,
  schedule: { cron, zone: 'UTC', each: 'installation' },
})

/** What becomes public by itself, whoever must know before, and the counts of the register. All safe to repeat. */
export const registerJobs: JobDefinition[] = [
  hourly('authorities.publish-due', '3 * * * *', async ({ worker }) => {
    await worker.query('select authorities.publish_due()')
  }),
  hourly('authorities.fold-register', '*/5 * * * *', async ({ worker }) => {
    await worker.query('select authorities.fold_register()')
  }),
  hourly('authorities.embargo-reminders', '20 7 * * *', remind),
]
