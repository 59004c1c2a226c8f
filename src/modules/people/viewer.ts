import { sql } from 'drizzle-orm'

/** What this room knows of the viewer: roles in the umbrella of the request, and whether they administer the installation. */
export const peopleViewer = sql`select json_build_object(
  'roles', coalesce((
    select json_agg(r.role order by r.role) from people.roles r
    where r.umbrella_id = (select platform.current_umbrella()) and r.person_id = (select platform.current_account())
      and r.valid_from <= now() and (r.valid_until is null or r.valid_until > now())), '[]'),
  'administrator', exists (
    select from people.administrators a where a.person_id = (select platform.current_account())))`
