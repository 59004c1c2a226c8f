import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { memberName } from './member-name.ts'

/** A mandate of the asking person that does not let them act yet. `secondIs`: who confirms it, when nobody has. */
export type MandateAhead = {
  id: string
  name: Localised | null
  secondIs: 'member' | 'coordinator' | null
  /** The day on which it begins, when that is still to come. */
  from: string | null
}

/** The asking person's mandates that wait: for a second person, for their first day, for the member's suspension to end. */
export async function mandatesAhead(tx: Tx): Promise<MandateAhead[]> {
  const { rows } = await tx.execute<{ value: MandateAhead }>(sql`
    select json_build_object('id', m.id, 'name', ${memberName(sql`m.membership_id`)},
      'secondIs', case when m.status = 'proposed' then case when exists (
          select 1 from network.mandates x where x.umbrella_id = m.umbrella_id and x.membership_id = m.membership_id
            and x.status = 'confirmed' and x.valid_from <= network.today()
            and (x.valid_until is null or x.valid_until > network.today()) and x.person_id not in (m.person_id, m.proposed_by))
        then 'member' else 'coordinator' end end,
      'from', case when m.valid_from > network.today() then m.valid_from end) as value
    from network.mandates m
    join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id and s.status <> 'ended'
    where m.umbrella_id = platform.current_umbrella() and m.person_id = platform.current_account()
      and m.status in ('proposed', 'confirmed') and (m.valid_until is null or m.valid_until > network.today())
    order by m.id limit 20`)
  return rows.map(row => row.value)
}
