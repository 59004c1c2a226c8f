import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ChosenCodes } from '../schema/codings.ts'

/** A person's own work as plain JSON. */
export type OwnWork = {
  codings: { incident: string; codes: ChosenCodes; started: string; done: string | null }[]
  grades: { source: string; reliability: string | null; credibility: string | null }[]
  responses: { incident: string; response: string; month: string }[]
  /** How much they want to open in a week. */
  openingsAWeek: number | null
}

/** Everything that a person coded, graded and recorded of authorities, in one statement. */
export async function ownCodings(tx: Tx, person: string): Promise<OwnWork> {
  const { rows } = await tx.execute<{ value: OwnWork }>(sql`
    select json_build_object(
      'codings', (select coalesce(json_agg(json_build_object('incident', c.incident_id, 'codes', c.codes,
          'started', c.started_at, 'done', c.done_at) order by c.started_at), '[]'::json)
        from monitoring.codings c
        where c.umbrella_id = platform.current_umbrella() and c.coder_id = ${person}),
      'grades', (select coalesce(json_agg(json_build_object('source', s.id,
          'reliability', case when s.reliability_by = ${person} then s.reliability end,
          'credibility', case when s.credibility_by = ${person} then s.credibility end)), '[]'::json)
        from monitoring.sources s
        where s.umbrella_id = platform.current_umbrella() and ${person} in (s.reliability_by, s.credibility_by)),
      'responses', (select coalesce(json_agg(json_build_object('incident', r.incident_id, 'response', r.response,
          'month', r.month)), '[]'::json)
        from monitoring.authority_responses r
        where r.umbrella_id = platform.current_umbrella() and r.added_by = ${person}),
      'openingsAWeek', (select l.per_week from monitoring.own_limits l
        where l.umbrella_id = platform.current_umbrella() and l.person_id = ${person})) as value`)
  return rows[0]!.value
}
