import { newIncidentCode } from '#modules/monitoring/coding/incident-code.ts'
import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from './admission.ts'

/** Whoever codes in which umbrella. */
export type Desk = { database: Database; umbrella: string; monitor: string }

/** What is known of an incident in short; columns of the table. */
export type Coded = { [column: string]: string | string[] | null }

/** An incident of which everything that V1 asks for is known. */
export const whole = {
  region: 'UA-51',
  month: '2026-03-01',
  layer: 'C',
  bias: 'ROMA',
  biases: ['ROMA'],
  types: ['ASS'],
  bias_indicators: ['WORDS'],
} satisfies Coded

const statement = (table: string, given: Coded) => {
  const columns = Object.keys(given)
  const places = columns.map((_, index) => `$${index + 1}`)
  return [
    `insert into monitoring.${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(given),
  ] as const
}

/** Writes as a monitor does, under the rules of the database. */
export const asMonitor = (
  { database, umbrella }: Desk,
  monitor: string,
  text: string,
  values: unknown[] = [],
) => writeAs(database, umbrella, monitor, tx => tx.$client.query(text, values))

/** A new incident. Returns its id. */
export async function newIncident(desk: Desk, given: Coded = whole): Promise<string> {
  const id = newId()
  await asMonitor(desk, desk.monitor, ...statement('incidents', { id, code: newIncidentCode(), ...given }))
  return id
}

/** A source of an incident, graded B 2 unless told otherwise. Returns its id. */
export async function newSource(desk: Desk, incident: string, given: Coded = {}): Promise<string> {
  const id = newId()
  const graded = { reliability: 'B', credibility: '2', ...given }
  const by = {
    ...(graded.reliability && { reliability_by: desk.monitor }),
    ...(graded.credibility && { credibility_by: desk.monitor }),
  }
  const row = { id, incident_id: incident, kind: 'direct', origin_id: id, ...by, ...graded }
  await asMonitor(desk, desk.monitor, ...statement('sources', row))
  return id
}

/** Moves an incident to a level, or throws what the standard says. */
export const verify = (desk: Desk, incident: string, level: string) =>
  asMonitor(desk, desk.monitor, 'update monitoring.incidents set verification = $2 where id = $1', [
    incident,
    level,
  ])

/** One person codes an incident from the beginning to the end, or leaves it open. Returns the coding's id. */
export async function codeIncident(desk: Desk, incident: string, coder: string, codes: object, done = true) {
  const id = newId()
  const row = { id, incident_id: incident, coder_id: coder, codes: JSON.stringify(codes) }
  await asMonitor(desk, coder, ...statement('codings', row))
  if (done) await asMonitor(desk, coder, 'update monitoring.codings set done_at = now() where id = $1', [id])
  return id
}
