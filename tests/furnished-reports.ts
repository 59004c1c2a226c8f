import { keepReportFile } from '#modules/monitoring/actions/keep-report-file.ts'
import { submitReport } from '#modules/monitoring/actions/submit-report.ts'
import { checkReport } from '#modules/monitoring/forms/report.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { inScope } from '#platform/database/scope.ts'
import { createKeys, newReceipt } from '#platform/vault/index.ts'
import type { App } from '#src/app.ts'
import { jpeg } from './file-samples.ts'
import { newMonitor } from './monitors.ts'
import { cheap, given } from './vault-desk.ts'

/** Somebody hands in a report with a picture; where no monitor has a key yet, one more comes who has. */
export async function furnishReports({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const keyed = await database.owner.query(
    `select from people.roles r join vault.keys k on k.account_id = r.person_id
     where r.umbrella_id = $1 and r.role = 'monitor' and r.valid_until is null`,
    [umbrella],
  )
  if (!keyed.rowCount) {
    const account = await newMonitor(database, umbrella)
    await inScope(database.request, { umbrella, account }, 'write', async tx => {
      given(await createKeys(tx, `the phrase of ${account}`, cheap))
    })
  }
  const checked = checkReport({
    whose: 'saw',
    naming: 'anonymous',
    what: 'They shouted.',
    precision: 'unknown',
  })
  if (!checked.ok) throw new Error('the report is not whole')
  const [receipt, id, told] = [newReceipt(), crypto.randomUUID(), checked.report]
  await inScope(database.request, { umbrella, account: null }, 'write', async tx => {
    given(await keepReportFile(tx, receipt, new File([new Uint8Array(jpeg)], 'photo.jpg')))
    given(await submitReport(tx, { id, receipt, locale: 'en', told }))
  })
}

/** The rows of reports by the noun in their addresses. */
export const reportRows = {
  reports: 'select id from monitoring.reports where umbrella_id = $1 order by id limit 1',
  files: `select f.id from vault.files f join monitoring.reports r on r.umbrella_id = f.umbrella_id and r.record_id = f.record_id
    where f.umbrella_id = $1 order by r.id, f.id limit 1`,
}
