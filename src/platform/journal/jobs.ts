import type { Tx } from '#platform/database/scope.ts'
import type { JobDefinition } from '#platform/jobs/index.ts'
import { type MailTemplate, queueMail } from '#platform/mail/index.ts'
import { journalRoots } from './queries.ts'
import { sealEveryJournal, sealJournal } from './seal.ts'
import '#platform/messages/index.ts'

type RootValues = { size: number; root: string; sealedAt: string }

/** The weekly letter with the newest root: copies of it in many mailboxes are what an intruder cannot rewrite. */
export const journalRootsLetter: MailTemplate<RootValues> = {
  key: 'platform.journalRoots',
  subject: (i18n, { size }) => i18n.t('platform.journalRoots.subject', { size }),
  paragraphs: (i18n, { size, root, sealedAt }) => [
    i18n.t('platform.journalRoots.what', { when: i18n.dateTime(sealedAt) }),
    `${size}:${root}`,
    i18n.t('platform.journalRoots.keep'),
  ],
  action: i18n => i18n.t('platform.journalRoots.action'),
}

/** Who gets the roots of the umbrella of the transaction: persons. */
export type RootRecipients = (tx: Tx) => Promise<string[]>

/** Sealing soon after each commit, and every minute what was missed; and the weekly letters. */
export function journalJobs(recipients: RootRecipients): JobDefinition[] {
  return [
    {
      queue: 'journal.seal',
      schedule: { cron: '* * * * *', zone: 'UTC', each: 'installation' },
      handler: async ({ worker }, { umbrella }) => {
        if (umbrella === null) await sealEveryJournal(worker)
        else await sealJournal(worker, umbrella)
      },
    },
    {
      queue: 'journal.roots',
      schedule: { cron: '30 4 * * 1', zone: 'UTC', each: 'umbrella' },
      handler: (context, { umbrella }) =>
        context.inScope({ umbrella, account: null }, 'write', async tx => {
          const [newest] = await journalRoots(tx, 1)
          if (!newest) return
          const { size, root } = newest
          const values: RootValues = { size, root, sealedAt: newest.sealedAt.toString() }
          for (const person of await recipients(tx)) {
            // The event names the size: a week without entries sends nothing.
            const event = `journal.roots ${size}`
            await queueMail(tx, {
              person,
              event,
              template: journalRootsLetter.key,
              values,
              category: 'news',
              link: '/journal',
            })
          }
        }),
    },
  ]
}
