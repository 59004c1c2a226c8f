import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { FormValues } from '#platform/http/form.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Basis } from '../schema/memberships.ts'

/** What the umbrella shows of the asking individual. */
export type OwnProfile = {
  membershipId: string
  name: Localised
  about: Localised
  communities: string[]
  languages: string[]
  fields: string[]
  basis: Basis
  recognisedBy: string
  country: string
  region: string | null
  town: string | null
  listed: boolean
  confirmedOn: string | null
  /** Days since the profile was confirmed; null when it never was. */
  age: number | null
}

/** The profile of the asking person as an individual member of this umbrella, or null. */
export async function ownProfile(tx: Tx): Promise<OwnProfile | null> {
  const { rows } = await tx.execute<{ value: OwnProfile }>(sql`
    select json_build_object('membershipId', p.membership_id, 'name', p.name, 'about', p.about, 'communities', p.communities,
      'languages', p.languages, 'fields', p.fields, 'basis', p.basis, 'recognisedBy', p.recognised_by, 'country', p.country,
      'region', p.region, 'town', p.town, 'listed', p.listed, 'confirmedOn', p.profile_confirmed_on,
      'age', network.today() - p.profile_confirmed_on) as value
    from network.individuals p
    join network.memberships s on s.umbrella_id = p.umbrella_id and s.id = p.membership_id
    where p.umbrella_id = platform.current_umbrella() and s.person_id = platform.current_account() and s.status <> 'ended'`)
  return rows[0]?.value ?? null
}

const parts = (name: string, text: Localised) =>
  Object.fromEntries(Object.entries(text).map(([tag, value]) => [`${name}:${tag}`, value]))

/** The profile as its form shows it. */
export const profileValues = (profile: OwnProfile): FormValues => ({
  ...parts('name', profile.name),
  ...parts('about', profile.about),
  communities: profile.communities,
  languages: profile.languages,
  fields: profile.fields,
  country: profile.country,
  region: profile.region ?? '',
  town: profile.town ?? '',
  listed: profile.listed ? 'yes' : undefined,
})
