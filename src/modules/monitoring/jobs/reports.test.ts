import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import type { JobContext } from '#platform/jobs/index.ts'
import { newReceipt, openByReceipt } from '#platform/vault/index.ts'
import { openReportDesk } from '#tests/reports.ts'
import { given } from '#tests/vault-desk.ts'
import { announceReports } from '../actions/announce-reports.ts'
import { keepReportFile } from '../actions/keep-report-file.ts'
import { reportsWait } from '../emails/reports.ts'
import { reportJobs } from './reports.ts'

const { vault, report, monitor } = await openReportDesk()
const worker = new pg.Pool(vault.database.worker)
afterAll(() => worker.end())
const announce = (job: string) => vault.as(null, tx => announceReports(tx, job))
const mails = () =>
  vault.sql(
    `select person_id as person, template, values, link from platform.mail where template = $1 order by id`,
    [reportsWait.key],
  )

describe('letters to monitors', () => {
  it('come once for everybody who wrote, and say nothing but that somebody waits', async () => {
    await announce('first')
    expect(await mails()).toEqual([])
    await report()
    await report()
    await announce('second')
    await announce('third')
    expect(await mails()).toEqual([
      { person: monitor.account, template: reportsWait.key, values: {}, link: null },
    ])
  })

  it('go at fixed hours, whenever somebody wrote', () => {
    const job = reportJobs.find(({ queue }) => queue === 'monitoring.announce-reports')!
    expect(job.schedule).toMatchObject({
      cron: expect.stringMatching(/^15 [\d,]+ \* \* \*$/),
      each: 'umbrella',
    })
  })
})

describe('files of a report that was never sent', () => {
  const tidy = () => {
    const job = reportJobs.find(({ queue }) => queue === 'monitoring.tidy-report-drafts')!
    return job.handler({ worker } as JobContext, { umbrella: null, id: '' })
  }

  it('are gone a day later, and those of today stay', async () => {
    const [old, young] = [newReceipt(), newReceipt()]
    for (const receipt of [old, young]) {
      given(await vault.as(null, tx => keepReportFile(tx, receipt, new File(['x'], 'x.txt'))))
    }
    const recordOf = (receipt: string) => vault.as(null, tx => openByReceipt(tx, receipt))
    const { record } = given(await recordOf(old))
    await vault.sql(
      `update monitoring.report_drafts set ends_at = now() - interval '1 hour' where record_id = $1`,
      [record.record],
    )
    await tidy()
    expect((await recordOf(old)).ok).toBe(false)
    expect((await recordOf(young)).ok).toBe(true)
    expect(await vault.sql('select from vault.files where record_id = $1', [record.record])).toEqual([])
  })

  it('are no more than ten, none empty and none too large', async () => {
    const receipt = newReceipt()
    const add = (file: File) => vault.as(null, tx => keepReportFile(tx, receipt, file))
    for (let count = 0; count < 10; count++) given(await add(new File(['x'], `${count}.txt`)))
    expect(await add(new File(['x'], 'one more.txt'))).toMatchObject({
      reason: 'monitoring.report.files.tooMany',
    })
    const large = { size: 20 * 1024 * 1024 + 1, name: 'x' } as File
    expect(await vault.as(null, tx => keepReportFile(tx, newReceipt(), large))).toMatchObject({
      reason: 'platform.vault.fileTooLarge',
    })
    expect(await vault.as(null, tx => keepReportFile(tx, newReceipt(), new File([], 'x')))).toMatchObject({
      reason: 'platform.vault.fileEmpty',
    })
  })
})
