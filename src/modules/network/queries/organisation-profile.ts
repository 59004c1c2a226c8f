import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { OrganisationProfile } from '../organisation-profile.ts'

/** An organisation as those who may change it, or propose changes, work on it. */
export type ProfileView = {
  id: string
  version: number
  profile: OrganisationProfile
  confirmedOn: string | null
  /** Days since it was confirmed; null when it never was. */
  age: number | null
  /** Its membership in this umbrella that has not ended. */
  membership: string | null
  mayAlter: boolean
}

/** Those of the organisations that the asker may see, with all that the asker may see of them. */
export async function organisationProfiles(tx: Tx, ids: readonly string[]): Promise<ProfileView[]> {
  const { rows } = await tx.execute<{ view: ProfileView }>(sql`
    select json_build_object('id', o.id, 'version', o.version, 'confirmedOn', o.profile_confirmed_on,
      'age', network.today() - o.profile_confirmed_on, 'mayAlter', network.may_alter_organisation(o.id),
      'membership', (select s.id from network.memberships s
        where s.umbrella_id = platform.current_umbrella() and s.organisation_id = o.id and s.status <> 'ended'
        order by s.form desc limit 1),
      'profile', json_build_object('name', o.name, 'kind', o.kind, 'about', o.about, 'communities', o.communities,
        'languages', o.languages, 'fields', o.fields, 'level', o.level, 'country', o.country, 'region', o.region,
        'town', o.town, 'foundedOn', o.founded_on,
        'identifiers', coalesce((select json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
          from network.identifiers i where i.organisation_id = o.id), '[]'),
        'contacts', coalesce((
          select json_agg(json_build_object('kind', c.kind, 'value', c.value, 'visibility', c.visibility) order by c.position, c.id)
          from network.contacts c where c.organisation_id = o.id), '[]'))) as view
    from network.organisations o where o.id = any (${sql.param(ids)}::uuid[]) and o.merged_into is null`)
  return rows.map(row => row.view)
}

/** The organisation with all that the asker may see of it, or null. */
export async function organisationProfile(tx: Tx, id: string): Promise<ProfileView | null> {
  const [view] = await organisationProfiles(tx, [id])
  return view ?? null
}
