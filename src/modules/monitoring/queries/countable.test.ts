import { describe, expect, it } from 'vitest'
import { newIncident, newSource, verify, whole } from '#tests/incidents.ts'
import { freeReports, openReportDesk, wholeReport } from '#tests/reports.ts'
import { recordIncidents } from '#tests/statistics.ts'
import { given } from '#tests/vault-desk.ts'
import { askForRelease } from '../actions/ask-for-release.ts'
import { reportsToKnown } from '../actions/report-to-incident.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import { holdCountable, nowhere } from './countable.ts'

const { vault, monitor, report } = await openReportDesk()
const desk = { database: vault.database, umbrella: vault.umbrella, monitor: monitor.account }

/** An incident of one report that agrees to these uses. */
async function toldWith(uses: readonly ConsentUse[]): Promise<string> {
  await report({ ...wholeReport, consents: { 'uses[]': [...uses] } })
  const waiting = await vault.as(monitor.account, freeReports)
  const last = waiting.at(-1)!
  const incident = await newIncident(desk, whole)
  const telling = { report: last.id, record: last.recordId, kind: 'direct', link: null }
  given(await vault.as(monitor.account, tx => reportsToKnown(tx, incident, [telling])))
  await vault.sql(
    `update monitoring.sources set reliability = 'B', reliability_by = $2, credibility = '2', credibility_by = $2
     where incident_id = $1`,
    [incident, monitor.account],
  )
  await verify(desk, incident, 'V2')
  return incident
}

const counted = async (incident: string) => {
  const today = Temporal.Now.plainDateISO('UTC')
  const all = await vault.as(monitor.account, async tx => {
    const portions = await holdCountable(tx, today)
    const [first, again] = [await Array.fromAsync(portions()), await Array.fromAsync(portions())]
    expect(again).toEqual(first)
    return first.flat()
  })
  return all.find(({ id }) => id === incident)
}

describe('what may be published of an incident that reports alone tell of', () => {
  it('is nothing without a consent to statistics, and no region without one to a map', async () => {
    expect(await counted(await toldWith([]))).toBeUndefined()
    expect(await counted(await toldWith(['map', 'authority']))).toBeUndefined()
    expect(await counted(await toldWith(['statistics']))).toMatchObject({ region: nowhere })
    expect(await counted(await toldWith(['statistics', 'map']))).toMatchObject({ region: 'UA-51' })
  })

  it('is whole as soon as somebody else tells of it too', async () => {
    const incident = await toldWith([])
    await newSource(desk, incident, { kind: 'media' })
    expect(await counted(incident)).toMatchObject({ region: 'UA-51' })
  })

  it('is counted by no release, whatever the program tries', async () => {
    const incident = await toldWith(['map'])
    const month = Temporal.Now.plainDateISO('UTC').subtract({ months: 3 }).with({ day: 1 }).toString()
    await recordIncidents(vault.database, vault.umbrella, [{ n: 40, month }])
    const today = Temporal.Now.plainDateISO('UTC')
    const { id } = given(
      await vault.as(monitor.account, tx => askForRelease(tx, { asker: monitor.account, note: {} }, today)),
    )
    const second = await vault.colleague()
    const attempt = vault.as(second.account, async ({ $client }) => {
      await $client.query(
        `update monitoring.release_requests set status = 'confirmed', answered_by = platform.current_account(), answered_at = now()
         where id = $1`,
        [id],
      )
      await $client.query(
        `insert into monitoring.releases (id, number, recorded_until, request_id)
         select id, 1, recorded_until, id from monitoring.release_requests where id = $1`,
        [id],
      )
      await $client.query('update monitoring.incidents set released_in = $1 where id = $2', [id, incident])
    })
    await expect(attempt).rejects.toMatchObject({ constraint: 'agreed_to_statistics' })
  })
})
