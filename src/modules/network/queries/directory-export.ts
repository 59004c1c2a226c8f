import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { nameLanguages } from '../csv-columns.ts'
import type { DirectoryAsk } from '../forms/directory.ts'
import { isNarrowed } from '../forms/directory.ts'
import { filterGroups, type Group, wordGroups } from '../search/groups.ts'
import { type Asker, understandAsk } from './directory.ts'
import { hasAll } from './directory-terms.ts'
import type { Listed } from './members-csv.ts'

const chunk = 500

/** The members that an address asks for, however the list shows them; null when nobody can fit. */
async function demanded(tx: Tx, asker: Asker, ask: DirectoryAsk): Promise<readonly Group[] | null> {
  if (!isNarrowed(ask)) return []
  const { counts, understood } = await understandAsk(tx, asker, ask)
  const filters = filterGroups(ask.filters, counts)
  const words = wordGroups(understood, 2)
  return filters === null || words.some(({ terms }) => terms.length === 0) ? null : [...filters, ...words]
}

const contact = (kind: 'website' | 'email') => sql`(
  select c.value from network.contacts c
  where c.organisation_id = d.organisation_id and c.kind = ${kind} and c.visibility = 'public' order by c.position, c.id limit 1)`

const found = (asker: Asker, groups: readonly Group[]): SQL =>
  groups.length === 0
    ? sql`d.umbrella_id = ${asker.umbrella}`
    : sql`d.umbrella_id = ${asker.umbrella} and ${hasAll(groups)}`

async function nextRows(tx: Tx, condition: SQL, after: string): Promise<(Listed & { membership: string })[]> {
  const { rows } = await tx.execute<{ value: Listed & { membership: string } }>(sql`
    select json_build_object('membership', d.membership_id, 'id', coalesce(d.organisation_id, d.membership_id), 'name', d.name,
      'identifiers', (select json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
        from network.identifiers i where i.organisation_id = d.organisation_id),
      'kind', d.kind, 'form', d.form, 'country', d.country, 'region', d.region, 'town', d.town, 'level', d.level,
      'communities', d.communities, 'languages', d.languages, 'fields', d.fields, 'since', d.since, 'until', null,
      'website', case when d.organisation_id is not null then ${contact('website')} end,
      'email', case when d.organisation_id is not null then ${contact('email')} end,
      'basis', p.basis, 'recognised_by', case when p.basis is not null and network.is_inside() then p.recognised_by end) as value
    from network.directory d
    left join network.individuals p on p.umbrella_id = d.umbrella_id and p.membership_id = d.membership_id
    where ${condition} and d.membership_id > ${after}
    order by d.membership_id limit ${chunk}`)
  return rows.map(row => row.value)
}

/** Everything the directory shows for an address, in chunks of 500 and one snapshot: the transaction's first statement is here. */
export async function* directoryRows(tx: Tx, asker: Asker, ask: DirectoryAsk): AsyncGenerator<Listed[]> {
  await tx.execute(sql`set transaction isolation level repeatable read`)
  const groups = await demanded(tx, asker, ask)
  if (groups === null) return
  const condition = found(asker, groups)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await nextRows(tx, condition, after)
    if (rows.length > 0) yield rows
    if (rows.length < chunk) return
    after = rows.at(-1)!.membership
  }
}

/** Languages beyond the usual three in which somebody in this umbrella has a name. */
export async function furtherLanguages(tx: Tx, asker: Asker): Promise<string[]> {
  const { rows } = await tx.execute<{ tag: string }>(sql`
    select distinct tag from network.directory d cross join jsonb_object_keys(d.name) tag
    where d.umbrella_id = ${asker.umbrella} and tag <> all(${sql.param([...nameLanguages])}::text[]) order by tag`)
  return rows.map(row => row.tag)
}
