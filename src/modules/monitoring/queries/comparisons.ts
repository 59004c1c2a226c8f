import { asc, desc } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { officialFigures, populations } from '../schema/comparisons.ts'

/** What authorities counted, the newest year first. */
export const listOfficialFigures = (tx: Tx) =>
  tx
    .select({
      authority: officialFigures.authority,
      year: officialFigures.year,
      measure: officialFigures.measure,
      value: officialFigures.value,
      source: officialFigures.source,
    })
    .from(officialFigures)
    .orderBy(desc(officialFigures.year), asc(officialFigures.authority), asc(officialFigures.measure))

/** How many people live where, each region once: by the newest year that was entered. */
export const listPopulations = (tx: Tx) =>
  tx
    .selectDistinctOn([populations.region], {
      region: populations.region,
      year: populations.year,
      people: populations.people,
      source: populations.source,
    })
    .from(populations)
    .orderBy(asc(populations.region), desc(populations.year))

export type OfficialFigure = Awaited<ReturnType<typeof listOfficialFigures>>[number]
export type Population = Awaited<ReturnType<typeof listPopulations>>[number]
