import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CommunicationKind, CommunicationStatus, Resolution } from '../schema/communications.ts'

/** One body that goes on with the work of another. Days are ISO text. */
export type Succession = { id: string; name: Localised; since: string; ground: string }

/** A version of a body before a change: which, until when it held, and which columns the change touched. */
export type BodyChange = { version: number; until: string; columns: string[] }

/** What was written to a body, as far as the asker may see it. */
export type Written = {
  number: number
  title: string
  kind: CommunicationKind
  status: CommunicationStatus
  resolution: Resolution | null
  sentOn: string | null
}

export type BodyRemark = { id: string; text: string; sentAt: string }

export type BodyHistory = {
  successors: Succession[]
  predecessors: Succession[]
  changes: BodyChange[]
  written: Written[]
  remarks: BodyRemark[]
}

const passing = sql`array['id', 'version', 'search_key', 'updated_at', 'updated_by', 'created_at']`

/** What became of a body, what it was before, and what was written to it from this umbrella: one statement. */
export async function historyOf(tx: Tx, body: string): Promise<BodyHistory> {
  const { rows } = await tx.execute<BodyHistory>(sql`
    select
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'since', s.since, 'ground', s.ground)
        order by s.since, b.id), '[]'::json)
       from authorities.body_successions s join authorities.bodies b on b.id = s.successor_id
       where s.body_id = ${body}) as successors,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'since', s.since, 'ground', s.ground)
        order by s.since, b.id), '[]'::json)
       from authorities.body_successions s join authorities.bodies b on b.id = s.body_id
       where s.successor_id = ${body}) as predecessors,
      (select coalesce(json_agg(json_build_object('version', v.version, 'until', v.changed_at, 'columns',
          array(select k.key from jsonb_each(v.next - ${passing}) k
            where k.value is distinct from v.snapshot -> k.key order by k.key)) order by v.version desc), '[]'::json)
       from (select o.version, o.changed_at, o.snapshot,
          coalesce(lead(o.snapshot) over (order by o.version), to_jsonb(b)) as next
         from authorities.body_versions o join authorities.bodies b on b.id = o.body_id
         where o.body_id = ${body} order by o.version desc limit 30) v) as changes,
      (select coalesce(json_agg(json_build_object('number', w.number, 'title',
        case when w.public_title is null or authorities.sees_original(w.prominence, true, w.id, w.membership_id, w.through)
          then w.title else w.public_title end, 'kind', w.kind, 'status', w.status,
        'resolution', w.resolution, 'sentOn', w.sent_on) order by w.number desc), '[]'::json)
       from (select * from authorities.communications c
         where c.umbrella_id = platform.current_umbrella() and c.body_id = ${body} and c.sent_at is not null
         order by c.number desc limit 50) w) as written,
      (select coalesce(json_agg(json_build_object('id', r.id, 'text', r.text, 'sentAt', r.sent_at)
        order by r.sent_at, r.id), '[]'::json)
       from authorities.body_remarks r where r.body_id = ${body} and r.settled_at is null) as remarks`)
  return rows[0]!
}

/** Bodies that others can belong to. */
export async function possibleParents(tx: Tx): Promise<{ id: string; name: Localised }[]> {
  const { rows } = await tx.execute<{ id: string; name: Localised }>(sql`
    select b.id, b.name from authorities.bodies b
    where b.ended_on is null and b.level <> 'local' order by b.search_key, b.id limit 400`)
  return rows
}
