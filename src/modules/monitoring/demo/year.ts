import { newId } from '#platform/id.ts'
import { newIncidentCode } from '../coding/incident-code.ts'

/** One incident of the invented year, as the tables hold it. */
export type DemoIncident = {
  id: string
  code: string
  region: string
  month: string
  layer: string
  bias: string
  types: string[]
  targets: string[]
  target_groups: string[]
  bias_indicators: string[]
  location: string
  severity: string
  certainty: string
  verification: string
  recorded_on: string
}
export type DemoSource = { id: string; incident_id: string; kind: string; origin_id: string }
export type DemoResponse = { id: string; incident_id: string; response: string; month: string }

/** What coalitions call those who were targeted; a coalition keeps this list itself. */
export const demoGroups = {
  'OWN-ROMA': { uk: 'роми', pl: 'Romowie', en: 'Roma' },
  'OWN-AFRICAN': {
    uk: 'люди африканського походження',
    pl: 'osoby pochodzenia afrykańskiego',
    en: 'people of African descent',
  },
  'OWN-CAUCASUS': { uk: 'вихідці з Кавказу', pl: 'osoby z Kaukazu', en: 'people from the Caucasus' },
  'OWN-JEWISH': { uk: 'євреї', pl: 'Żydzi', en: 'Jews' },
  'OWN-MUSLIM': { uk: 'мусульмани', pl: 'muzułmanie', en: 'Muslims' },
  'OWN-DISPLACED': { uk: 'переселенці', pl: 'osoby przesiedlone', en: 'displaced people' },
  'OWN-STUDENTS': { uk: 'іноземні студенти', pl: 'studenci zagraniczni', en: 'international students' },
}

type Weighted<T> = readonly (readonly [weight: number, value: T])[]

// Region, and how often something is heard from there: where an organisation listens, more is heard.
const regions: Weighted<string> = [
  [30, 'UA-30'],
  [20, 'UA-48'],
  [16, 'UA-51'],
  [14, 'UA-63'],
  [9, 'UA-46'],
  [9, 'UA-21'],
  [8, 'UA-12'],
]

const motives: Weighted<readonly [bias: string, group: string]> = [
  [34, ['ROMA', 'OWN-ROMA']],
  [15, ['RX.COL', 'OWN-AFRICAN']],
  [11, ['RX.NAT', 'OWN-STUDENTS']],
  [10, ['RX.ETH', 'OWN-CAUCASUS']],
  [11, ['AS', 'OWN-JEWISH']],
  [9, ['AM', 'OWN-MUSLIM']],
  [10, ['RX.LAN', 'OWN-DISPLACED']],
]

const acts: Weighted<
  readonly [layer: string, type: string, target: string, location: string, severity: string]
> = [
  [14, ['C', 'ASS', 'PER', 'STR', '3']],
  [12, ['C', 'THR', 'PER', 'STR', '3']],
  [9, ['C', 'DAM', 'MEM', 'PRK', '2']],
  [4, ['C', 'ARS', 'HOM', '010100000000', '4']],
  [5, ['C', 'GRA', 'CEM', 'CEM', '2']],
  [20, ['S', 'ABU', 'PER', 'TRN', '1']],
  [11, ['S', 'ONL', 'COM', 'ONL', '1']],
  [4, ['S', 'SYM', 'BUS', 'STR', '1']],
  [6, ['D', 'SRV', 'PER', '020900000000', '1']],
  [6, ['D', 'HOU', 'FAM', '010100000000', '2']],
  [5, ['D', 'ADM', 'PER', '030000000000', '1']],
  [4, ['D', 'PROF', 'PER', 'POL', '2']],
]

const levels: Weighted<string> = [
  [6, 'V0'],
  [13, 'V1'],
  [42, 'V2'],
  [33, 'V3'],
  [4, 'VU'],
  [2, 'VX'],
]

/** How a case went on with the authorities; most never reach them. */
const courses: Weighted<readonly string[]> = [
  [46, []],
  [14, ['NOTREP.WORTH']],
  [8, ['NOTREP.FEAR']],
  [5, ['REP', 'REFUSED']],
  [12, ['REP', 'REG', 'BIASFLAG.N']],
  [7, ['REP', 'REG', 'BIASFLAG.Y', 'INV']],
  [4, ['REP', 'REG', 'BIASFLAG.N', 'CLOSED']],
  [3, ['REP', 'REG', 'BIASFLAG.Y', 'CHARGED']],
  [1, ['REP', 'REG', 'BIASFLAG.Y', 'CHARGED', 'CONV_BIAS']],
]

/** The same numbers in every demonstration (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function pick<T>(random: () => number, from: Weighted<T>): T {
  let left = random() * from.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of from) {
    left -= weight
    if (left < 0) return value
  }
  return from[0]![1]
}

const sourcesOf: Record<string, readonly string[]> = {
  V0: ['relayed'],
  V1: ['direct'],
  V2: ['direct'],
  V3: ['direct', 'media'],
}

/** Incidents a month: more around the trigger dates of April and November, and one month that stands out. */
const monthly = (month: Temporal.PlainYearMonth, last: Temporal.PlainYearMonth) =>
  last.subtract({ months: 1 }).equals(month) ? 130 : [4, 11].includes(month.month) ? 76 : 60

/** The eighteen months until `today`, as monitors would have written them down. Nothing of it happened. */
export function inventedYear(today: Temporal.PlainDate) {
  const random = chance(161)
  const last = today.toPlainYearMonth()
  const incidents: DemoIncident[] = []
  const sources: DemoSource[] = []
  const responses: DemoResponse[] = []
  for (let back = 18; back >= 0; back--) {
    const month = last.subtract({ months: back })
    const days = back === 0 ? today.day : month.daysInMonth
    const count = Math.round((monthly(month, last) * days) / month.daysInMonth)
    for (let n = 0; n < count; n++) {
      const recorded = month.toPlainDate({ day: 1 + Math.floor(random() * days) })
      const told = oneIncident(random, month, recorded)
      incidents.push(told.incident)
      sources.push(...told.sources)
      responses.push(...told.responses)
    }
  }
  return { incidents, sources, responses }
}

function oneIncident(random: () => number, month: Temporal.PlainYearMonth, recorded: Temporal.PlainDate) {
  const [bias, group] = pick(random, motives)
  const [layer, type, target, location, severity] = pick(random, acts)
  const verification = pick(random, levels)
  const first = month.toPlainDate({ day: 1 }).toString()
  const incident: DemoIncident = {
    ...{ id: newId(), code: newIncidentCode(), region: pick(random, regions), month: first },
    ...{ layer, bias, types: [type], targets: [target], target_groups: [group], location, severity },
    bias_indicators: random() < 0.6 ? ['VICTIM', 'WORDS'] : ['WORDS'],
    certainty: verification === 'V3' ? '010000000000' : '040000000000',
    verification,
    recorded_on: recorded.toString(),
  }
  const sources = (sourcesOf[verification] ?? ['direct']).map(kind => {
    const id = newId()
    return { id, incident_id: incident.id, kind, origin_id: id }
  })
  const course = layer === 'C' ? pick(random, courses) : []
  const responses = course.map(response => ({
    id: newId(),
    incident_id: incident.id,
    response,
    month: first,
  }))
  return { incident, sources, responses }
}
