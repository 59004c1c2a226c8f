import { rows, type Tx } from '#platform/database/scope.ts'
import type { Role } from '#platform/http/viewer.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** An umbrella in which the person of the scope has something to do. `since` is a day in UTC, null where they do not belong to it. */
export type OwnUmbrella = {
  id: string
  slug: string
  name: Localised
  since: string | null
  roles: Role[]
}

/** The umbrellas of the scope's own account, whatever umbrella the scope names. */
export async function ownUmbrellas(tx: Tx): Promise<OwnUmbrella[]> {
  return rows(
    tx,
    'people.own-umbrellas',
    `select u.id, u.slug, u.name, (a.since at time zone 'UTC')::date as since,
       coalesce((select json_agg(r.role order by r.role) from people.roles r
         where r.umbrella_id = u.id and r.person_id = a.person_id and r.valid_until is null), '[]') as roles
     from people.affiliations a join platform.umbrellas u on u.id = a.umbrella_id
     where a.person_id = platform.current_account()
     order by a.since, u.slug`,
  )
}

/** Umbrellas by their keys, for a person who does not belong to them. */
export async function umbrellasById(tx: Tx, ids: readonly string[]): Promise<OwnUmbrella[]> {
  if (ids.length === 0) return []
  return rows(
    tx,
    'people.umbrellas-by-id',
    `select u.id, u.slug, u.name, null as since, '{}'::text[] as roles from platform.umbrellas u
     where u.id = any ($1::uuid[]) order by u.slug`,
    [[...new Set(ids)]],
  )
}
