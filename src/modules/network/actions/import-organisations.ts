import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Identifier } from '../identifiers.ts'
import type { OrganisationChanges } from '../import/compare.ts'
import type { MemberRow } from '../import/member-row.ts'
import { organisationKey } from '../organisation-profile.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

// Triggers follow each statement's rows through several tables; the planner knows nothing of how many there are, and its
// plan for a few hundred becomes minutes for ten thousand.
const part = 500

/** A long list in parts that a statement can take. */
export const inParts = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / part) }, (_, index) =>
    list.slice(index * part, (index + 1) * part),
  )

/** What is written of an organisation that nobody has on record yet. `country` has been made sure of. */
export type NewOrganisation = { id: string; said: MemberRow; country: string }

type ContactLine = { organisation: string; kind: 'website' | 'email'; value: string }

const contactsOf = (organisation: string, said: { website?: string; email?: string }): ContactLine[] => [
  ...(said.website ? [{ organisation, kind: 'website' as const, value: said.website }] : []),
  ...(said.email ? [{ organisation, kind: 'email' as const, value: said.email }] : []),
]

async function writeContacts(tx: Tx, lines: readonly ContactLine[]): Promise<void> {
  if (lines.length === 0) return
  await tx.execute(sql`
    update network.contacts c set value = n.value
    from jsonb_to_recordset(${json(lines)}) as n (organisation uuid, kind text, value text)
    where c.organisation_id = n.organisation and c.id = (
      select first.id from network.contacts first where first.organisation_id = n.organisation and first.kind = n.kind
      order by first.position, first.id limit 1)`)
  // A website is there to be found; a mail address that stood in a list was given to the coalition.
  await tx.execute(sql`
    insert into network.contacts (organisation_id, id, kind, value, visibility)
    select n.organisation, n.id, n.kind, n.value, case n.kind when 'website' then 'public' else 'members' end
    from jsonb_to_recordset(${json(lines.map(line => ({ ...line, id: newId() })))})
      as n (organisation uuid, id uuid, kind text, value text)
    where not exists (select 1 from network.contacts c where c.organisation_id = n.organisation and c.kind = n.kind)`)
}

async function writeIdentifiers(
  tx: Tx,
  lines: readonly (Identifier & { organisation: string })[],
): Promise<void> {
  if (lines.length === 0) return
  await tx.execute(sql`
    insert into network.identifiers (organisation_id, scheme, value)
    select n.organisation, n.scheme, n.value
    from jsonb_to_recordset(${json(lines)}) as n (organisation uuid, scheme text, value text)
    on conflict (organisation_id, scheme) do update set value = excluded.value`)
}

/** Enters new organisations, by their author, who is the asking coordinator; they belong nowhere until memberships follow. */
export async function enterOrganisations(tx: Tx, organisations: readonly NewOrganisation[]): Promise<void> {
  if (organisations.length === 0) return
  const lines = organisations.map(({ id, said, country }) => ({
    id,
    kind: said.kind ?? 'association',
    name: said.name,
    communities: said.communities ?? [],
    languages: said.languages ?? [],
    fields: said.fields ?? [],
    level: said.level ?? 'local',
    country,
    region: said.region ?? null,
    town: said.town ?? null,
    search_key: organisationKey({ name: said.name, town: said.town ?? null }),
  }))
  await tx.execute(sql`
    insert into network.organisations (id, kind, name, communities, languages, fields, level, country, region, town, search_key, created_by)
    select n.id, n.kind, n.name, n.communities, n.languages, n.fields, n.level, n.country, n.region, n.town, n.search_key,
      platform.current_account()
    from jsonb_to_recordset(${json(lines)}) as n (id uuid, kind text, name jsonb, communities text[], languages text[],
      fields text[], level text, country text, region text, town text, search_key text)`)
  await writeIdentifiers(
    tx,
    organisations.flatMap(({ id, said }) =>
      said.identifiers.map(identifier => ({ ...identifier, organisation: id })),
    ),
  )
  await writeContacts(
    tx,
    organisations.flatMap(({ id, said }) => contactsOf(id, said)),
  )
}

/** `key`: how the organisation will be found. */
export type Change = { id: string; changes: OrganisationChanges; key: string }

/** Changes organisations that the asking coordinator may alter; the database refuses any other. */
export async function changeOrganisations(tx: Tx, list: readonly Change[]): Promise<void> {
  for (const part of inParts(list)) await changePart(tx, part)
}

async function changePart(tx: Tx, list: readonly Change[]): Promise<void> {
  const lines = list.map(({ id, changes, key }) => ({
    id,
    ...changes,
    search_key: key,
    region_said: 'region' in changes,
  }))
  const { rowCount } = await tx.execute(sql`
    update network.organisations o set
      kind = coalesce(n.kind, o.kind), name = coalesce(n.name, o.name), communities = coalesce(n.communities, o.communities),
      languages = coalesce(n.languages, o.languages), fields = coalesce(n.fields, o.fields), level = coalesce(n.level, o.level),
      country = coalesce(n.country, o.country), region = case when n.region_said then n.region else o.region end,
      town = coalesce(n.town, o.town), search_key = n.search_key
    from jsonb_to_recordset(${json(lines)}) as n (id uuid, kind text, name jsonb, communities text[], languages text[],
      fields text[], level text, country text, region text, region_said boolean, town text, search_key text)
    where o.id = n.id`)
  if (rowCount !== list.length) throw new Error('an import changed fewer organisations than it may')
  await writeIdentifiers(
    tx,
    list.flatMap(({ id, changes }) =>
      (changes.identifiers ?? []).map(identifier => ({ ...identifier, organisation: id })),
    ),
  )
  await writeContacts(
    tx,
    list.flatMap(({ id, changes }) => contactsOf(id, changes)),
  )
}
