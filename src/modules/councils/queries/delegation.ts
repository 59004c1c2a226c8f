import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** A seat that somebody holds for the coalition. */
export type Delegate = {
  seat: string
  council: Localised
  slug: string
  name: string | null
  member: Localised | null
  onBehalf: string | null
  duty: string
  start: string | null
  end: string | null
  until: string | null
  endsSoon: boolean
  mandateNote: string | null
  mandateFile: boolean
  own: boolean
  keeps: boolean
  handover: string | null
  /** Sessions held while the seat was held, the latest first. */
  sessions: { number: number; startsAt: string; reported: boolean; missing: boolean }[]
}

/** A report is owed a week after the session. */
const owedDays = 7
const soonDays = 60

/** Who sits where for the coalition, under which mandate, and what they have reported. */
export async function delegation(tx: Tx): Promise<Delegate[]> {
  const { rows } = await tx.execute<Delegate>(sql`
    select m.id as seat, c.name as council, c.slug, p.name, ${memberName(sql`m.membership_id`)} as member,
      m.on_behalf as "onBehalf", m.duty, m.start_date as start, m.end_date as end, councils.latest_day(m.end_date)::text as until,
      coalesce(councils.latest_day(m.end_date) <= network.today() + ${sql.raw(String(soonDays))}, false) as "endsSoon",
      m.mandate_note as "mandateNote", m.mandate_file_id is not null as "mandateFile",
      coalesce(p.account_id = platform.current_account(), false) as own, councils.keeps(c.id) as keeps,
      (select h.note from councils.handovers h where h.umbrella_id = m.umbrella_id and h.seat_id = m.succeeds_id
        order by h.written_at desc limit 1) as handover,
      (select coalesce(json_agg(json_build_object('number', s.number, 'startsAt', s.starts_at, 'reported', r.id is not null,
          'missing', r.id is null and s.starts_at < now() - make_interval(days => ${sql.raw(String(owedDays))}))
          order by s.starts_at desc), '[]'::json)
        from councils.sessions s left join councils.reports r on r.umbrella_id = s.umbrella_id and r.session_id = s.id and r.seat_id = m.id
        where s.umbrella_id = m.umbrella_id and s.council_id = m.council_id and s.status = 'held'
          and s.starts_at::date >= coalesce(councils.earliest_day(m.start_date), '-infinity'::date)) as sessions
    from councils.memberships m
    join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
    left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    where m.umbrella_id = platform.current_umbrella() and m.delegate and councils.runs(m.start_date, m.end_date)
    order by c.slug, m.id`)
  return rows
}
