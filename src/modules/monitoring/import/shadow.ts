import { newId } from '#platform/id.ts'
import { newIncidentCode } from '../coding/incident-code.ts'
import { storedCode } from '../vocabulary/shown-code.ts'
import type { CodedField } from './incident-map.ts'
import type { ReadIncident } from './read-incidents.ts'

/** Which part of the record is about a row, and who said it first: rows that name one source share its id. */
export type Bearing = { part: string; origin: string; kind: string }

/** A row of the incidents table on its way there, and its source. */
export type Shadow = ReturnType<typeof shadowOf>

const names = () => ({ id: newId(), code: newIncidentCode(), source: newId() })

/** What of a row stands in the open. */
export function shadowOf({ date, region, codes }: ReadIncident, { part, origin, kind }: Bearing) {
  const several = (field: CodedField) => (codes[field] ?? []).map(storedCode)
  const one = (field: CodedField) => several(field)[0] ?? null
  return {
    ...names(),
    part,
    origin,
    kind,
    region: region ?? null,
    month: date ? `${date.month.toString()}-01` : null,
    month_until: date?.monthUntil ? `${date.monthUntil.toString()}-01` : null,
    precision: date?.precision ?? 'exact',
    layer: one('layer'),
    bias: one('biases'),
    biases: several('biases'),
    types: several('types'),
    targets: several('targets'),
    target_groups: several('targetGroups'),
    perpetrators: several('perpetrators'),
    location: one('location'),
    severity: one('severity'),
    bias_indicators: several('biasIndicators'),
    duplicate_of: null as string | null,
  }
}

/** The same once more, under names of its own: it points at the one that stands. */
export const repeated = (shadow: Shadow): Shadow => ({ ...shadow, ...names(), duplicate_of: shadow.id })
