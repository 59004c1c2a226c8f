import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** The accounts of everybody who sits in the council of a session, with its time. */
export async function seated(tx: Tx, id: string) {
  const { rows } = await tx.execute<{ person: string; at: string }>(sql`
    select distinct p.account_id as person, to_json(s.starts_at) #>> '{}' as at
    from councils.sessions s
    join councils.memberships m on (m.umbrella_id, m.council_id) = (s.umbrella_id, s.council_id)
    join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    where s.umbrella_id = platform.current_umbrella() and s.id = ${id} and p.account_id is not null
      and councils.runs(m.start_date, m.end_date)`)
  return rows
}
