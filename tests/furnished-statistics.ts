import { demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { newMonitor } from './monitors.ts'
import { letOut, recordIncidents } from './statistics.ts'

/** Lets two monitors publish a release, where the demonstration has none. */
export async function furnishStatistics({ platform }: App, slug: string): Promise<void> {
  const { database } = platform
  const umbrella = demoUmbrellaId(slug)
  const { rowCount } = await database.owner.query('select from monitoring.releases where umbrella_id = $1', [
    umbrella,
  ])
  if (rowCount) return
  const two = [await newMonitor(database, umbrella), await newMonitor(database, umbrella)] as const
  const today = Temporal.Now.plainDateISO('UTC')
  const month = today.subtract({ months: 3 }).with({ day: 1 }).toString()
  await recordIncidents(database, umbrella, [{ n: 40, month }])
  await letOut(database, umbrella, two, today)
}

/** The rows of statistics by the noun in their addresses. */
export const statisticsRows = {
  release: 'select id from monitoring.release_requests where umbrella_id = $1 order by id limit 1',
  statistics: 'select number::text as id from monitoring.releases where umbrella_id = $1 order by number',
}
