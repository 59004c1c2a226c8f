import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { teamFor } from '#platform/vault/index.ts'
import type { App } from '#src/app.ts'
import { asMonitor, newIncident, newSource } from './incidents.ts'
import { makeMonitor, newMonitor } from './monitors.ts'
import { letOut, recordIncidents } from './statistics.ts'

const addResponse = `insert into monitoring.authority_responses (id, incident_id, response, month, added_by)
  values ($1, $2, 'REP', '2026-03-01', platform.current_account())`
const addTerm = `insert into monitoring.own_terms (list, code, label, definition)
  values ('target_groups', 'OWN-THEIRS', '{"en": "theirs"}', '{"en": "theirs"}')`

/** Lets two monitors publish a release, and one record an incident with its source, where the demonstration has none. */
export async function furnishStatistics({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const { rowCount } = await database.owner.query('select from monitoring.releases where umbrella_id = $1', [
    umbrella,
  ])
  if (rowCount) return furnishRecovery(database, umbrella, demoPersonId(`${slug}.monitor`))
  const two = [demoPersonId(`${slug}.partner`), await newMonitor(database, umbrella)] as const
  await makeMonitor(database, umbrella, two[0])
  const today = Temporal.Now.plainDateISO('UTC')
  const month = today.subtract({ months: 3 }).with({ day: 1 }).toString()
  await recordIncidents(database, umbrella, [{ n: 40, month }])
  await letOut(database, umbrella, two, today)
  const desk = { database, umbrella, monitor: two[0] }
  const incident = await newIncident(desk)
  await newSource(desk, incident)
  await asMonitor(desk, two[0], addResponse, [newId(), incident])
  await asMonitor(desk, two[0], addTerm)
  await furnishRecovery(database, umbrella, two[0])
}

/** A recovery that was asked for. What it needs to come about is the business of other tests. */
async function furnishRecovery({ owner, request }: Database, umbrella: string, monitor: string) {
  const team = await inScope(request, { umbrella, account: monitor }, 'write', tx => teamFor(tx, 'monitor'))
  await owner.query(
    `insert into vault.recoveries (umbrella_id, id, team_id, account_id, asked_by, asked_at, effective_at)
     values ($1, $2, $3, $4, $4, now(), now() + interval '73 hours')`,
    [umbrella, newId(), team, monitor],
  )
}

/** The rows of statistics by the noun in their addresses. */
export const statisticsRows = {
  release: 'select id from monitoring.release_requests where umbrella_id = $1 order by id limit 1',
  responses: 'select id from monitoring.authority_responses where umbrella_id = $1 order by id limit 1',
  terms: 'select code as id from monitoring.own_terms where umbrella_id = $1 order by code limit 1',
  recovery: 'select id from vault.recoveries where umbrella_id = $1 order by id limit 1',
  statistics: 'select number::text as id from monitoring.releases where umbrella_id = $1 order by number',
}
