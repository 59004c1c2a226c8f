import type { Tx } from '#platform/database/scope.ts'
import { seal } from '../actions/seal.ts'
import { type DemoStory, demoMotives, demoPlaces, demoStories } from './stories.ts'
import { told } from './told.ts'
import type { DemoIncident } from './year.ts'

const motive: Record<DemoStory['lang'], (against: string) => string> = {
  uk: against => `На думку того, хто розповів, причина — упередження проти ${against}.`,
  pl: against => `Zdaniem osoby, która to zgłosiła, powodem była wrogość wobec ${against}.`,
}

/** The latest incidents for which there is a story of their type, each story once. */
function tellStories(incidents: readonly DemoIncident[]): Map<DemoIncident, DemoStory> {
  const left = Map.groupBy(demoStories, ({ type }) => type)
  const latest = incidents.toSorted((a, b) => b.recorded_on.localeCompare(a.recorded_on))
  const telling = new Map<DemoIncident, DemoStory>()
  for (const incident of latest) {
    const story = left.get(incident.types[0]!)?.shift()
    if (story) telling.set(incident, story)
  }
  return telling
}

/** Seals what was told to the monitors. Returns the record of each incident that has one. */
export async function sealStories(
  tx: Tx,
  incidents: readonly DemoIncident[],
): Promise<Map<string, string | null>> {
  const records = new Map<string, string | null>()
  for (const [{ id, target_groups, region, recorded_on }, { lang, text }] of tellStories(incidents)) {
    const summary = `${text} ${motive[lang](demoMotives[target_groups[0]!]![lang])}`
    const texts = { summary, place: demoPlaces[region]!, day: recorded_on }
    records.set(id, told(await seal(tx, 'monitoring.incident', texts)).record)
  }
  return records
}
