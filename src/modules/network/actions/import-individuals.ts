import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import type { IndividualChanges } from '../import/compare.ts'
import type { MemberRow } from '../import/member-row.ts'
import { inParts } from './import-organisations.ts'

const keyOf = (name: Localised) => searchKey(Object.values(name).join(' '))

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export type NewIndividual = { membership: string; said: MemberRow; country: string }

/** Enters what is shown of individual representatives whose memberships have just been entered. Not in the public directory: they have not been asked. */
export async function enterIndividuals(tx: Tx, individuals: readonly NewIndividual[]): Promise<void> {
  for (const part of inParts(individuals)) await enterPart(tx, part)
}

async function enterPart(tx: Tx, individuals: readonly NewIndividual[]): Promise<void> {
  const lines = individuals.map(({ membership, said, country }) => ({
    membership,
    name: said.name,
    communities: said.communities ?? [],
    languages: said.languages ?? [],
    fields: said.fields ?? [],
    basis: said.basis,
    recognised_by: said.recognisedBy,
    country,
    region: said.region ?? null,
    town: said.town ?? null,
    search_key: keyOf(said.name),
  }))
  await tx.execute(sql`
    insert into network.individuals (umbrella_id, membership_id, name, communities, languages, fields, basis, recognised_by,
      country, region, town, search_key)
    select platform.current_umbrella(), n.membership, n.name, n.communities, n.languages, n.fields, n.basis, n.recognised_by,
      n.country, n.region, n.town, n.search_key
    from jsonb_to_recordset(${json(lines)}) as n (membership uuid, name jsonb, communities text[], languages text[],
      fields text[], basis text, recognised_by text, country text, region text, town text, search_key text)`)
}

type IndividualChange = { id: string; changes: IndividualChanges }

/** Changes what is shown of individual representatives who have no account of their own. */
export async function changeIndividuals(tx: Tx, list: readonly IndividualChange[]): Promise<void> {
  for (const part of inParts(list)) await changePart(tx, part)
}

async function changePart(tx: Tx, list: readonly IndividualChange[]): Promise<void> {
  const lines = list.map(({ id, changes: { recognisedBy, ...changes } }) => ({
    id,
    ...changes,
    recognised_by: recognisedBy,
    search_key: changes.name ? keyOf(changes.name) : undefined,
    region_said: 'region' in changes,
  }))
  await tx.execute(sql`
    update network.individuals p set
      name = coalesce(n.name, p.name), communities = coalesce(n.communities, p.communities),
      languages = coalesce(n.languages, p.languages), fields = coalesce(n.fields, p.fields),
      basis = coalesce(n.basis, p.basis), recognised_by = coalesce(n.recognised_by, p.recognised_by),
      country = coalesce(n.country, p.country), region = case when n.region_said then n.region else p.region end,
      town = coalesce(n.town, p.town), search_key = coalesce(n.search_key, p.search_key)
    from jsonb_to_recordset(${json(lines)}) as n (id uuid, name jsonb, communities text[], languages text[], fields text[],
      basis text, recognised_by text, country text, region text, region_said boolean, town text, search_key text)
    where p.umbrella_id = platform.current_umbrella() and p.membership_id = n.id`)
}
