import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Verification } from '../schema/incidents.ts'
import type { SealedPlace } from '../sealed-place.ts'

/** An incident that may be the same, as far as codes tell, with where its texts are for who may open them. */
export type Candidate = {
  id: string
  code: string
  month: string | null
  region: string | null
  types: string[]
  verification: Verification
  places: SealedPlace[]
}

const most = 12

/**
 * Incidents of the same region and month or the one beside it, with a type in common where both have types. What is nearest
 * in time stands first; more than a dozen nobody compares.
 */
export async function likelyDuplicates(tx: Tx, incident: string): Promise<Candidate[]> {
  const { rows } = await tx.execute<{ candidate: Candidate }>(sql`
    select json_build_object('id', d.id, 'code', d.code, 'month', d.month, 'region', d.region, 'types', d.types,
      'verification', d.verification, 'places', (select coalesce(json_agg(json_build_object('record', r.record, 'part', r.part, 'code', d.code)), '[]'::json)
      from (select d.record_id as record, d.part_id as part where d.record_id is not null
        union select s.record_id, case when s.record_id = d.record_id then d.part_id end from monitoring.sources s
          where s.umbrella_id = d.umbrella_id and s.incident_id = d.id and s.record_id is not null and s.withdrawn_on is null) r)) as candidate
    from monitoring.incidents i join monitoring.incidents d on d.umbrella_id = i.umbrella_id and d.id <> i.id
      and d.region = i.region and d.month between (i.month - interval '1 month')::date and (i.month + interval '1 month')::date
    where i.umbrella_id = platform.current_umbrella() and i.id = ${incident}
      and d.duplicate_of is null and d.verification not in ('VX', 'VF')
      and (cardinality(d.types) = 0 or cardinality(i.types) = 0 or d.types && i.types)
    order by abs(d.month - i.month), d.id limit ${most}`)
  return rows.map(({ candidate }) => candidate)
}

/** The incident in which this very text is archived already, by its hash. */
export async function incidentWithText(tx: Tx, hash: Buffer): Promise<string | null> {
  const { rows } = await tx.execute<{ code: string }>(sql`
    select i.code from monitoring.sources s join monitoring.incidents i on i.umbrella_id = s.umbrella_id and i.id = s.incident_id
    where s.umbrella_id = platform.current_umbrella() and s.hash = ${hash} and s.withdrawn_on is null
    order by s.added_on limit 1`)
  return rows[0]?.code ?? null
}
