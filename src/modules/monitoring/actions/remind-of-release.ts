import type { Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/index.ts'
import { releaseDue } from '../emails/release-due.ts'
import { allMonitors } from '../queries/all-monitors.ts'
import { releaseDueOf } from '../queries/release-due.ts'

/** Tells each monitor of the transaction's umbrella once that a release is due, until there is one. Safe to repeat. */
export async function remindOfRelease(tx: Tx): Promise<void> {
  const until = await releaseDueOf(tx)
  if (until === null) return
  for (const person of await allMonitors(tx))
    await queueMail(tx, {
      person,
      event: `${releaseDue.key} ${until}`,
      template: releaseDue.key,
      category: 'asked',
      link: '/statistics/current',
    })
}
