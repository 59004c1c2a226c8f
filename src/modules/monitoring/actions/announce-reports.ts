import { rows, type Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/index.ts'
import { reportsWait } from '../emails/reports.ts'
import { allMonitors } from '../queries/all-monitors.ts'

/** Tells the monitors of the transaction's umbrella once about everybody who has written since the last time. */
export async function announceReports(tx: Tx, job: string): Promise<void> {
  const [{ waits } = { waits: false }] = await rows<{ waits: boolean }>(
    tx,
    'monitoring.announce-reports',
    'select monitoring.announce_reports() as waits',
  )
  if (!waits) return
  for (const person of await allMonitors(tx)) {
    await queueMail(tx, {
      person,
      event: `${reportsWait.key} ${job}`,
      template: reportsWait.key,
      category: 'asked',
    })
  }
}
