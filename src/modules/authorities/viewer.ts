import { sql } from 'drizzle-orm'

/**
 * The room's part of the viewer: an officer where a communication of the current umbrella is addressed to a body for which
 * the account answers today. It opens no page of the members.
 */
export const authoritiesViewer = sql`select json_build_object('roles', case when exists (
  select 1 from authorities.access a where a.umbrella_id = (select platform.current_umbrella())
    and a.body_id in (select authorities.own_bodies())) then json_build_array('officer') else '[]'::json end)`
