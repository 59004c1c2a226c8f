import { demoPassphrase, demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { createKeys, teamFor, teamKey } from '#platform/vault/index.ts'
import { sealStories } from './seal-stories.ts'
import { demoGroups, inventedYear } from './year.ts'

/** Where incidents are recorded in the demonstration. */
export const slug = 'international-union'

const addGroups = `insert into monitoring.own_terms (list, code, label, definition)
  select 'target_groups', g.key, g.value, g.value from jsonb_each($1::jsonb) g`

const addIncidents = `insert into monitoring.incidents (id, code, region, month, precision, layer, bias, biases, types, targets,
    target_groups, bias_indicators, location, severity, certainty, recorded_on, record_id)
  select id, code, region, month, case when record_id is null then 'month' else 'exact' end, layer, bias, array[bias], types, targets, target_groups, bias_indicators, location,
    severity, certainty, recorded_on, record_id
  from jsonb_to_recordset($1::jsonb) as i (id uuid, code text, region text, month date, layer text, bias text, types text[],
    targets text[], target_groups text[], bias_indicators text[], location text, severity text, certainty text, recorded_on date,
    record_id uuid)`

const addSources = `insert into monitoring.sources (id, incident_id, kind, origin_id, reliability, reliability_by, credibility,
    credibility_by)
  select id, incident_id, kind, origin_id, 'B', platform.current_account(), '2', platform.current_account()
  from jsonb_to_recordset($1::jsonb) as s (id uuid, incident_id uuid, kind text, origin_id uuid)`

const verify = `update monitoring.incidents i set verification = v.verification
  from jsonb_to_recordset($1::jsonb) as v (id uuid, verification text)
  where i.umbrella_id = platform.current_umbrella() and i.id = v.id and v.verification <> 'V0'`

const addResponses = `insert into monitoring.authority_responses (id, incident_id, response, month, added_by)
  select id, incident_id, response, month, platform.current_account()
  from jsonb_to_recordset($1::jsonb) as r (id uuid, incident_id uuid, response text, month date)`

type Year = ReturnType<typeof inventedYear>

async function write(tx: Tx, { incidents, sources, responses }: Year, records: Map<string, string | null>) {
  const sealed = incidents.map(one => ({ ...one, record_id: records.get(one.id) ?? null }))
  const rows = (list: object) => [JSON.stringify(list)]
  await tx.$client.query(addGroups, rows(demoGroups))
  await tx.$client.query(addIncidents, rows(sealed))
  await tx.$client.query(addSources, rows(sources))
  await tx.$client.query(verify, rows(incidents))
  await tx.$client.query(addResponses, rows(responses))
}

const as = (part: 'monitor' | 'secondMonitor') => ({
  umbrella: demoUmbrellaId(slug),
  account: demoPersonId(`${slug}.${part}`),
})

/** Both monitors get keys, and their team its first. */
async function openVault({ database }: Platform): Promise<void> {
  for (const part of ['monitor', 'secondMonitor'] as const) {
    const made = await inScope(database.request, as(part), 'write', tx => createKeys(tx, demoPassphrase))
    if (!made.ok) throw new Error(`the demonstration: ${made.reason}`)
  }
  await inScope(database.request, as('monitor'), 'write', async tx =>
    teamKey(tx, await teamFor(tx, 'monitor')),
  )
}

/** A year and a half of invented incidents, so that statistics, map and lists have something to show. */
export async function installIncidents(platform: Platform): Promise<void> {
  await openVault(platform)
  const year = inventedYear(Temporal.Now.plainDateISO('UTC'))
  const records = await inScope(platform.database.request, as('monitor'), 'write', tx =>
    sealStories(tx, year.incidents),
  )
  // As the owner: what is recorded carries today's date, and a year has to lie behind it.
  await inScope(platform.database.owner, as('monitor'), 'write', tx => write(tx, year, records))
}
