import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** What forms about councils offer: public bodies, members of the coalition, people with an account. */
export type Choices = {
  bodies: { id: string; name: Localised }[]
  members: { id: string; name: Localised | null }[]
  people: { id: string; name: string; member: Localised | null }[]
}

export async function choices(tx: Tx): Promise<Choices> {
  const { rows } = await tx.execute<Choices>(sql`
    select (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.search_key), '[]'::json)
        from authorities.bodies b where b.ended_on is null) as bodies,
      (select coalesce(json_agg(json_build_object('id', s.id, 'name', ${memberName(sql`s.id`)}) order by s.id), '[]'::json)
        from network.memberships s where s.umbrella_id = platform.current_umbrella() and s.status = 'active') as members,
      (select coalesce(json_agg(json_build_object('id', q.person_id, 'name', n.name, 'member', q.member) order by n.name), '[]'::json)
        from (select distinct on (d.person_id) d.person_id, ${memberName(sql`d.membership_id`)} as member
            from network.mandates d where d.umbrella_id = platform.current_umbrella() and d.status = 'confirmed'
              and d.valid_from <= network.today() and (d.valid_until is null or d.valid_until > network.today())
            order by d.person_id, d.id) q
        join people.people n on n.id = q.person_id) as people`)
  return rows[0]!
}
