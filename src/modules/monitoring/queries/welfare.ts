import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** How much was opened, by how grave it was; `none`: nobody has coded that yet, or it belongs to no incident. */
export type Opened = { severity: string; texts: number; withFiles: number }

export type OwnCoding = {
  id: string
  incident: string
  code: string
  offered: string | null
  offer: string | null
}

export type Welfare = {
  week: Opened[]
  month: Opened[]
  limit: number | null
  /** Codings that the person has begun and not finished, with the colleague they are offered to. */
  open: OwnCoding[]
  /** What colleagues offer to this person. */
  offers: { id: string; code: string; from: string | null }[]
  colleagues: { id: string; name: string }[]
}

const opened = (since: Temporal.PlainDate) => sql`(
  select coalesce(json_agg(json_build_object('severity', o.severity, 'texts', o.texts, 'withFiles', o.with_files)
    order by o.severity desc), '[]'::json)
  from monitoring.own_openings(${since.toString()}::timestamptz) o)`

const codings = sql`(
  select coalesce(json_agg(json_build_object('id', c.id, 'incident', c.incident_id, 'code', i.code, 'offer', f.id,
    'offered', (select n.name from people.people n where n.id = f.to_id)) order by c.started_at), '[]'::json)
  from monitoring.codings c
  join monitoring.incidents i on i.umbrella_id = c.umbrella_id and i.id = c.incident_id
  left join monitoring.coding_offers f on f.umbrella_id = c.umbrella_id and f.coding_id = c.id
  where c.umbrella_id = platform.current_umbrella() and c.coder_id = platform.current_account() and c.done_at is null)`

const offers = sql`(
  select coalesce(json_agg(json_build_object('id', f.id, 'code', i.code,
    'from', (select n.name from people.people n where n.id = f.from_id)) order by f.id), '[]'::json)
  from monitoring.coding_offers f
  join monitoring.incidents i on i.umbrella_id = f.umbrella_id and i.id = f.incident_id
  where f.umbrella_id = platform.current_umbrella() and f.to_id = platform.current_account())`

const colleagues = sql`(
  select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]'::json)
  from people.roles r join people.people n on n.id = r.person_id
  where r.umbrella_id = platform.current_umbrella() and r.role = 'monitor' and r.valid_until is null
    and r.person_id <> platform.current_account())`

/** What the asking person carries: of themselves alone, in one statement. */
export async function ownWelfare(tx: Tx, today: Temporal.PlainDate): Promise<Welfare> {
  const { rows } = await tx.execute<{ value: Welfare }>(sql`
    select json_build_object('week', ${opened(today.subtract({ days: today.dayOfWeek - 1 }))},
      'month', ${opened(today.with({ day: 1 }))},
      'limit', (select l.per_week from monitoring.own_limits l
        where l.umbrella_id = platform.current_umbrella() and l.person_id = platform.current_account()),
      'open', ${codings}, 'offers', ${offers}, 'colleagues', ${colleagues}) as value`)
  return rows[0]!.value
}
