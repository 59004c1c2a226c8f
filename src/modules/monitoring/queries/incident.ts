import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ConsentUse } from '../report/consent-uses.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import type { DatePrecision, Verification } from '../schema/incidents.ts'
import type { SealedPlace } from '../sealed-place.ts'
import { codingOf, mine } from './incidents.ts'

/** A source in the clear. What it says is in its record. */
export type SourceView = {
  id: string
  kind: string
  link: string | null
  originId: string
  reliability: string | null
  credibility: string | null
  authenticated: boolean
  hash: string | null
  recordId: string | null
  /** Its part of that record, when it came with a chronicle. */
  partId: string | null
  addedOn: string
  withdrawnOn: string | null
  /** The duplicate to which it was given; null when it is the incident's own. */
  duplicate: string | null
}

export type ResponseView = {
  id: string
  response: string
  month: string
  action: string | null
  law: string | null
  recordId: string | null
  struck: boolean
}

/** The levels that ask for something, with what this incident lacks for each. */
export type Lacks = Record<'V1' | 'V2' | 'V3' | 'V4', string[]>

export type IncidentView = {
  id: string
  code: string
  month: string | null
  monthUntil: string | null
  precision: DatePrecision
  region: string | null
  priority: string | null
  verification: Verification
  odihrEligible: boolean
  recordedOn: string
  recordId: string | null
  /** Its part of that record, when it came with a chronicle. */
  partId: string | null
  released: boolean
  /** The fields of `codingFields` as they stand. */
  codes: ChosenCodes
  coded: boolean
  begun: number
  done: number
  mine: 'none' | 'open' | 'done'
  sources: SourceView[]
  responses: ResponseView[]
  lacks: Lacks
  original: string | null
  duplicates: string[]
  /** Reports that tell of it or of a duplicate, with what may be done with each. */
  reports: { id: string; consents: ConsentUse[] }[]
}

const sources = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'link', s.link, 'originId', s.origin_id,
    'reliability', s.reliability, 'credibility', s.credibility, 'authenticated', s.authenticated, 'hash', encode(s.hash, 'hex'),
    'recordId', s.record_id, 'partId', case when s.record_id = h.record_id then h.part_id end, 'addedOn', s.added_on, 'withdrawnOn', s.withdrawn_on,
    'duplicate', case when h.id <> i.id then h.code end) order by h.id <> i.id, s.added_on, s.id), '[]'::json)
  from monitoring.sources s join monitoring.incidents h on h.umbrella_id = s.umbrella_id and h.id = s.incident_id
  where s.umbrella_id = i.umbrella_id and (h.id = i.id or h.duplicate_of = i.id))`

const responses = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'response', r.response, 'month', r.month,
    'action', r.action, 'law', r.law, 'recordId', r.record_id, 'struck', r.struck_at is not null) order by r.month, r.id), '[]'::json)
  from monitoring.authority_responses r where r.umbrella_id = i.umbrella_id and r.incident_id = i.id)`

const codes = sql`json_build_object('layer', i.layer, 'types', i.types, 'biases', i.biases, 'bias', i.bias,
  'bias_indicators', i.bias_indicators, 'certainty', i.certainty, 'targets', i.targets, 'target_groups', i.target_groups,
  'perpetrators', i.perpetrators, 'perpetrator_number', i.perpetrator_number, 'involvement', i.involvement,
  'location', i.location, 'severity', i.severity, 'laws', i.laws)`

const lacks = sql`json_build_object('V1', monitoring.lacks(i, 'V1'), 'V2', monitoring.lacks(i, 'V2'),
  'V3', monitoring.lacks(i, 'V3'), 'V4', monitoring.lacks(i, 'V4'))`

const reports = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'consents', r.consents) order by r.received_on, r.id), '[]'::json)
  from monitoring.reports_for(i.id) r)`

/** One incident by its code, with everything that stands in the clear, in one statement. */
export async function findIncident(tx: Tx, code: string): Promise<IncidentView | undefined> {
  const { rows } = await tx.execute<{ value: IncidentView }>(sql`
    select json_build_object('id', i.id, 'code', i.code, 'month', i.month, 'monthUntil', i.month_until, 'precision', i.precision,
      'region', i.region, 'priority', i.priority, 'verification', i.verification, 'odihrEligible', i.odihr_eligible,
      'recordedOn', i.recorded_on, 'recordId', i.record_id, 'partId', i.part_id, 'released', i.released_in is not null, 'codes', ${codes},
      'coded', i.bias is not null or i.layer is not null, 'begun', coalesce(k.begun, 0), 'done', coalesce(k.done, 0),
      'mine', ${mine}, 'sources', ${sources}, 'responses', ${responses}, 'reports', ${reports}, 'lacks', ${lacks},
      'original', (select o.code from monitoring.incidents o where o.umbrella_id = i.umbrella_id and o.id = i.duplicate_of),
      'duplicates', (select coalesce(json_agg(d.code order by d.code), '[]'::json) from monitoring.incidents d
        where d.umbrella_id = i.umbrella_id and d.duplicate_of = i.id)) as value
    from monitoring.incidents i ${codingOf}
    where i.umbrella_id = platform.current_umbrella() and i.code = ${code}`)
  return rows[0]?.value
}

/** Where everything sealed about an incident is, its own first. */
export function placesOf(
  incident: Pick<IncidentView, 'code' | 'recordId' | 'partId' | 'sources' | 'responses'>,
): SealedPlace[] {
  const { code, sources, responses } = incident
  const all = [
    { ...incident, duplicate: null },
    ...sources,
    ...responses.map(({ recordId }) => ({ recordId, partId: null, duplicate: null })),
  ]
  return all.flatMap(({ recordId, partId, duplicate }) =>
    recordId === null ? [] : { record: recordId, part: partId, code: duplicate ?? code },
  )
}
