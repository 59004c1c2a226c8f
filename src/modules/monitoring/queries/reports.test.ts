import { describe, expect, it } from 'vitest'
import { createRecord, openByReceipt, teamFor } from '#platform/vault/index.ts'
import { newIncident } from '#tests/incidents.ts'
import { freeReports, openReportDesk } from '#tests/reports.ts'
import { given } from '#tests/vault-desk.ts'
import { joinToIncident } from '../actions/answer-report.ts'
import { reportFacts } from './report-list.ts'
import { takesReports } from './reports.ts'

const { vault, monitor, report } = await openReportDesk()
const { database, umbrella } = vault
const asMonitor = <T>(work: Parameters<typeof vault.as<T>>[1]) => vault.as(monitor.account, work)

describe('the list of reports', () => {
  it('loses a report that became part of an incident, which then names it', async () => {
    await report()
    const [first] = await asMonitor(freeReports)
    const incident = await newIncident({ database, umbrella, monitor: monitor.account })
    const joining = { report: first!.id, record: first!.recordId, incident }
    given(await asMonitor(tx => joinToIncident(tx, joining)))
    expect((await asMonitor(freeReports)).map(({ id }) => id)).not.toContain(first!.id)
    expect((await asMonitor(tx => reportFacts(tx, first!.id)))?.report.incidentId).toBe(incident)
  })

  it('is for monitors alone: no other role, nobody, no receipt of another report', async () => {
    const [receipt] = [await report(), await report()]
    for (const role of ['lawyer', 'coordinator']) {
      const other = await vault.somebody()
      await vault.giveRole(other, role)
      expect(await vault.as(other.account, freeReports)).toEqual([])
    }
    expect(await vault.as(null, freeReports)).toEqual([])
    const own = await vault.as(null, async tx => {
      const { record } = given(await openByReceipt(tx, receipt))
      const seen = await freeReports(tx)
      expect(seen.map(({ recordId }) => recordId)).toEqual([record.record])
      return seen[0]
    })
    expect(own).toMatchObject({ region: 'UA-51' })
  })
})

describe('the database', () => {
  const row = 'insert into monitoring.reports (id, record_id) values ($1, $2)'

  it('takes no report that the monitors could not open', async () => {
    await vault.colleague('lawyer')
    const attempt = vault.as(null, async tx => {
      const lawyers = await teamFor(tx, 'lawyer')
      const made = given(
        await createRecord(tx, { purpose: 'monitoring.report', teams: [lawyers], receipt: true, parts: {} }),
      )
      given(await openByReceipt(tx, made.receipt!))
      await tx.$client.query(row, [crypto.randomUUID(), made.record.record])
    })
    await expect(attempt).rejects.toMatchObject({ constraint: 'sealed_to_monitors' })
  })

  it('takes no row from who has not the receipt, and no id that tells the time', async () => {
    const without = vault.as(null, async tx => {
      const team = await teamFor(tx, 'monitor')
      const made = given(await createRecord(tx, { purpose: 'monitoring.report', teams: [team], parts: {} }))
      await tx.$client.query(row, [crypto.randomUUID(), made.record.record])
    })
    await expect(without).rejects.toThrow(/row-level security/)
    const timed = vault.sql(
      `insert into monitoring.reports (umbrella_id, id, record_id) select umbrella_id, $1, record_id from monitoring.reports limit 1`,
      ['01936b3e-0000-7000-8000-000000000000'],
    )
    await expect(timed).rejects.toThrow(/check constraint/)
  })

  it('says whether reports can be read here', async () => {
    expect(await vault.as(null, takesReports)).toBe(true)
    const leaving = await openReportDesk()
    await leaving.vault.takeRole(leaving.monitor)
    expect(await leaving.vault.as(null, takesReports)).toBe(false)
  })
})
