import { askForRelease } from '#modules/monitoring/actions/ask-for-release.ts'
import { publishRelease } from '#modules/monitoring/actions/publish-release.ts'
import type { Database } from '#platform/database/open.ts'
import type { Tx } from '#platform/database/scope.ts'
import { writeAs } from './admission.ts'

/** So many incidents alike; months before today, recorded long enough ago unless told otherwise. */
export type Alike = {
  n: number
  month: string
  region?: string | null
  bias?: string
  types?: string[]
  groups?: string[]
  responses?: string[]
  verification?: 'V0' | 'V2' | 'V3' | 'V4'
  precision?: string
  recorded?: string
}

// What the standard asks of each incident is the business of other tests: here they only have to be there.
const unguarded = async (database: Database, work: (client: Tx['$client']) => Promise<unknown>) => {
  const client = await database.owner.connect()
  try {
    await client.query('begin; alter table monitoring.incidents disable trigger incidents_guarded')
    await work(client)
    await client.query('alter table monitoring.incidents enable trigger incidents_guarded; commit')
  } finally {
    client.release()
  }
}

/** Records incidents of an umbrella, many at once. */
export const recordIncidents = (database: Database, umbrella: string, all: readonly Alike[]) =>
  unguarded(database, client =>
    client.query(
      `insert into monitoring.incidents (umbrella_id, id, code, region, month, precision, layer, bias, biases, types,
         target_groups, responses, verification, recorded_on)
       select $1, gen_random_uuid(), translate(substr(md5(gen_random_uuid()::text), 1, 10), 'ilou', 'zzzz'), region, month,
         coalesce(precision, 'exact'), 'C', coalesce(bias, 'ROMA'), array[coalesce(bias, 'ROMA')],
         coalesce(types, '{ASS}'), coalesce(groups, '{}'), coalesce(responses, '{}'), coalesce(verification, 'V3'),
         coalesce(recorded, month)
       from json_to_recordset($2) as a (n integer, month date, region text, bias text, types text[], groups text[],
         responses text[], verification text, precision text, recorded date), generate_series(1, a.n)`,
      [umbrella, JSON.stringify(all.map(one => ({ region: 'UA-51', ...one })))],
    ),
  )

/** One monitor asks for a release and another publishes it. Returns its number, or throws what was refused. */
export async function letOut(
  database: Database,
  umbrella: string,
  [first, second]: readonly [string, string],
  today: Temporal.PlainDate,
  note: Record<string, string> = {},
): Promise<number> {
  const asked = await writeAs(database, umbrella, first, tx =>
    askForRelease(tx, { asker: first, note }, today),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const published = await writeAs(database, umbrella, second, tx => publishRelease(tx, asked.id))
  if (!published.ok) throw new Error(published.reason)
  return published.number
}
