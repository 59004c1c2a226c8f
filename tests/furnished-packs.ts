import { newIncidentCode } from '#modules/monitoring/coding/incident-code.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { writeAs } from './admission.ts'
import { codeIncident, newIncident } from './incidents.ts'
import { newMonitor } from './monitors.ts'

/** Begins a complaint without words, and offers an open coding to a colleague: rows that addresses can name. */
export async function furnishPacks({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const [monitor, colleague] = [await newMonitor(database, umbrella), await newMonitor(database, umbrella)]
  const desk = { database, umbrella, monitor }
  const [pack, record] = [crypto.randomUUID(), crypto.randomUUID()]
  await writeAs(database, umbrella, monitor, async tx => {
    await tx.$client.query(`insert into vault.records (id, purpose) values ($1, 'monitoring.pack')`, [record])
    await tx.$client.query(
      `insert into monitoring.packs (id, kind, addressee, lang, record_id, begun_by) values ($1, 'complaint', 'police', 'uk', $2, $3)`,
      [pack, record, monitor],
    )
  })
  const incident = await newIncident(desk, { code: newIncidentCode() })
  const coding = await codeIncident(desk, incident, monitor, {}, false)
  await writeAs(database, umbrella, monitor, tx =>
    tx.$client.query(
      'insert into monitoring.coding_offers (id, coding_id, incident_id, from_id, to_id) values ($1, $2, $3, $4, $5)',
      [newId(), coding, incident, monitor, colleague],
    ),
  )
}

/** The rows of packs and offers by the noun in their addresses. */
export const packRows = {
  packs: 'select id from monitoring.packs where umbrella_id = $1 order by id limit 1',
  offers: 'select id from monitoring.coding_offers where umbrella_id = $1 order by id limit 1',
}
