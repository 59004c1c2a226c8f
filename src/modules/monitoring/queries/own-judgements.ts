import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Grades that a person gave to sources and responses of authorities that they recorded, as plain JSON. */
export async function ownJudgements(tx: Tx, person: string) {
  const { rows } = await tx.execute<{ value: { grades: object[]; responses: object[] } }>(sql`
    select json_build_object(
      'grades', (select coalesce(json_agg(json_build_object('source', s.id,
          'reliability', case when s.reliability_by = ${person} then s.reliability end,
          'credibility', case when s.credibility_by = ${person} then s.credibility end)), '[]'::json)
        from monitoring.sources s
        where s.umbrella_id = platform.current_umbrella() and ${person} in (s.reliability_by, s.credibility_by)),
      'responses', (select coalesce(json_agg(json_build_object('incident', r.incident_id, 'response', r.response,
          'month', r.month)), '[]'::json)
        from monitoring.authority_responses r
        where r.umbrella_id = platform.current_umbrella() and r.added_by = ${person})) as value`)
  return rows[0]!.value
}
