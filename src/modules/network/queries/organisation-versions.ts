import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { changedFields, type OrganisationProfile, type ProfileField } from '../organisation-profile.ts'
import type { OrganisationSnapshot } from '../schema/organisations.ts'
import { personName } from './member-name.ts'

/** A change: what the organisation was before it and after it, in the fields that differ. */
export type VersionChange = {
  /** The version that the change made. */
  version: number
  changedAt: string
  /** How the person wants to be called, where the asker knows them. */
  person: string | null
  fields: ProfileField[]
  before: Partial<OrganisationProfile>
  after: Partial<OrganisationProfile>
}

type Kept = { version: number; snapshot: OrganisationSnapshot; changedAt: string; person: string | null }

// Contacts and register numbers are not part of the history: what somebody took back must be forgotten.
function profileOf(row: OrganisationSnapshot): Partial<OrganisationProfile> {
  const { name, kind, about, communities, languages, fields, level, country, region, town, founded_on } = row
  const known = {
    name,
    kind,
    about,
    communities,
    languages,
    fields,
    level,
    country,
    region,
    town,
    foundedOn: founded_on,
  }
  return known as Partial<OrganisationProfile>
}

const pageSize = 20

/** Changes of an organisation, newest first, twenty at a time; `before` is a version. Its own people alone see them. */
export async function organisationVersions(
  tx: Tx,
  organisation: string,
  before: number | null,
): Promise<{ changes: VersionChange[]; next: number | null }> {
  const { rows } = await tx.execute<{ kept: Kept }>(sql`
    select json_build_object('version', v.version, 'snapshot', v.snapshot, 'changedAt', v.changed_at,
      'person', ${personName(sql`v.changed_by`)}) as kept
    from network.organisation_versions v
    where v.organisation_id = ${organisation} and v.version < ${before ?? 2 ** 31 - 1}
    order by v.version desc limit ${pageSize + 1}`)
  const { rows: later } = await tx.execute<{ snapshot: OrganisationSnapshot }>(
    before === null
      ? sql`select to_jsonb(o) as snapshot from network.organisations o where o.id = ${organisation}`
      : sql`select snapshot from network.organisation_versions where organisation_id = ${organisation} and version = ${before}`,
  )
  let after = profileOf(later[0]?.snapshot ?? {})
  const changes: VersionChange[] = []
  for (const { kept } of rows.slice(0, pageSize)) {
    const earlier = profileOf(kept.snapshot)
    const { version, changedAt, person } = kept
    changes.push({
      version: version + 1,
      changedAt,
      person,
      fields: changedFields(earlier, after),
      before: earlier,
      after,
    })
    after = earlier
  }
  return { changes, next: rows.length > pageSize ? (rows[pageSize - 1]?.kept.version ?? null) : null }
}

/** The profile as it was in one version, as far as it is kept; null for a version that never was. */
export async function profileAt(
  tx: Tx,
  organisation: string,
  version: number,
): Promise<Partial<OrganisationProfile> | null> {
  const { rows } = await tx.execute<{ snapshot: OrganisationSnapshot }>(
    sql`select snapshot from network.organisation_versions where organisation_id = ${organisation} and version = ${version}`,
  )
  return rows[0] ? profileOf(rows[0].snapshot) : null
}
