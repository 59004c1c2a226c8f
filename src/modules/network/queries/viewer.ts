import { sql } from 'drizzle-orm'

/**
 * The room's part of the viewer: for which members of the current umbrella the current account acts today. Takes no
 * parameters, because it is sent with the statement that opens every request.
 */
export const viewerCapacities = sql`
  select json_build_object('capacities', coalesce(json_agg(json_build_object(
    'membership', c.membership_id, 'organisation', c.organisation_id, 'form', c.form, 'mandate', c.mandate
  ) order by c.membership_id), '[]'::json))
  from (
    select s.id as membership_id, s.organisation_id, s.form, m.role as mandate
    from network.mandates m
    join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id
    where m.umbrella_id = platform.current_umbrella() and m.person_id = platform.current_account() and m.status = 'confirmed'
      and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today())
      and s.status = 'active'
    union all
    select s.id, null, s.form, 'self'
    from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.person_id = platform.current_account() and s.status = 'active'
  ) c`
