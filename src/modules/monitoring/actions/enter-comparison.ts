import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Measure, officialFigures, populations } from '../schema/comparisons.ts'

type OfficialFigure = {
  authority: string
  year: number
  measure: Measure
  /** Null: the authority has or gives no such number. That is not zero. */
  value: number | null
  source: string
}

/** Enters what an authority counted in a year, or corrects it. */
export async function enterOfficialFigure(tx: Tx, by: string, figure: OfficialFigure): Promise<void> {
  const { authority, year, measure, value, source } = figure
  const entered = { value, source, enteredBy: by, enteredAt: sql`now()` }
  await tx
    .insert(officialFigures)
    .values({ id: newId(), authority, year, measure, value, source, enteredBy: by })
    .onConflictDoUpdate({
      target: [
        officialFigures.umbrellaId,
        officialFigures.authority,
        officialFigures.year,
        officialFigures.measure,
      ],
      set: entered,
    })
  await record(tx, {
    action: 'monitoring.official_figure_entered',
    subject: { type: 'official_figure', id: newId() },
    visibility: 'public',
    detail: { authority, year, measure, value, source },
  })
}

type Population = { region: string; year: number; people: number; source: string }

/** Enters how many people live in a region, or corrects it: what rates are counted by. */
export async function enterPopulation(tx: Tx, by: string, given: Population): Promise<void> {
  const { region, year, people, source } = given
  await tx
    .insert(populations)
    .values({ region, year, people, source, enteredBy: by })
    .onConflictDoUpdate({
      target: [populations.umbrellaId, populations.region, populations.year],
      set: { people, source, enteredBy: by, enteredAt: sql`now()` },
    })
  await record(tx, {
    action: 'monitoring.population_entered',
    subject: { type: 'population', id: newId() },
    visibility: 'public',
    detail: { region, year, people, source },
  })
}
