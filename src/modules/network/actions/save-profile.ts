import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import {
  changedFields,
  type OrganisationProfile,
  organisationKey,
  type ProfileField,
} from '../organisation-profile.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

async function writeFacts(
  tx: Tx,
  id: string,
  version: number,
  profile: OrganisationProfile,
): Promise<boolean> {
  const { name, kind, about, communities, languages, fields, level, country, region, town, foundedOn } =
    profile
  const { rowCount } = await tx.execute(sql`
    update network.organisations set name = ${json(name)}, kind = ${kind}, about = ${json(about)},
      communities = ${sql.param(communities)}::text[], languages = ${sql.param(languages)}::text[],
      fields = ${sql.param(fields)}::text[], level = ${level}, country = ${country}, region = ${region}, town = ${town},
      founded_on = ${foundedOn}, search_key = ${organisationKey(profile)}, profile_confirmed_on = network.today()
    where id = ${id} and version = ${version}`)
  return rowCount === 1
}

/** Register numbers of an organisation, as given: others are taken away. */
export async function writeIdentifiers(
  tx: Tx,
  id: string,
  { identifiers }: Pick<OrganisationProfile, 'identifiers'>,
) {
  const schemes = identifiers.map(({ scheme }) => scheme)
  await tx.execute(sql`
    delete from network.identifiers where organisation_id = ${id} and scheme <> all(${sql.param(schemes)}::text[])`)
  await tx.execute(sql`
    insert into network.identifiers as i (organisation_id, scheme, value)
    select ${id}, n.scheme, n.value from jsonb_to_recordset(${json(identifiers)}) as n (scheme text, value text)
    on conflict (organisation_id, scheme) do update set value = excluded.value where i.value <> excluded.value`)
}

async function writeContacts(tx: Tx, id: string, { contacts }: OrganisationProfile): Promise<void> {
  const lines = contacts.map((contact, position) => ({ ...contact, position, id: newId() }))
  await tx.execute(sql`delete from network.contacts where organisation_id = ${id}`)
  await tx.execute(sql`
    insert into network.contacts (organisation_id, id, kind, value, visibility, position)
    select ${id}, n.id, n.kind, n.value, n.visibility, n.position
    from jsonb_to_recordset(${json(lines)}) as n (id uuid, kind text, value text, visibility text, position smallint)`)
}

/**
 * Writes an organisation's profile as its own people give it, which also confirms it for a year. `version` is the one
 * that was read: when somebody else has changed the profile meanwhile, nothing is written. Returns what changed.
 */
export async function saveProfile(
  tx: Tx,
  before: ProfileView,
  version: number,
  profile: OrganisationProfile,
): Promise<Outcome<{ fields: ProfileField[] }>> {
  const taken = { identifiers_scheme_value_key: 'network.organisation.identifierTaken' } as const
  return refusingWhenViolated(tx, taken, async () => {
    if (!(await writeFacts(tx, before.id, version, profile)))
      return refuse('network.organisation.changedMeanwhile')
    const fields = changedFields(before.profile, profile)
    if (fields.includes('identifiers')) await writeIdentifiers(tx, before.id, profile)
    if (fields.includes('contacts')) await writeContacts(tx, before.id, profile)
    await record(tx, {
      action: 'network.organisation_changed',
      member: before.membership,
      subject: { type: 'organisation', id: before.id },
      visibility: 'members',
      detail: { fields },
    })
    return { ok: true, fields }
  })
}

/** «Everything is still true», once a year. */
export async function confirmProfile(
  tx: Tx,
  { id, membership }: Pick<ProfileView, 'id' | 'membership'>,
): Promise<void> {
  await tx.execute(
    sql`update network.organisations set profile_confirmed_on = network.today() where id = ${id}`,
  )
  await record(tx, {
    action: 'network.profile_confirmed',
    member: membership,
    subject: { type: 'organisation', id },
    visibility: 'members',
  })
}
