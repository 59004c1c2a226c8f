import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type CsvColumn, csvColumns, listSeparator, nameLanguageOf, nameLanguages } from '../csv-columns.ts'
import type { Identifier } from '../identifiers.ts'

export type Listed = {
  id: string
  name: Record<string, string>
  identifiers: Identifier[] | null
  kind: string | null
  form: string
  country: string
  region: string | null
  town: string | null
  level: string | null
  communities: string[]
  languages: string[]
  fields: string[]
  since: string
  until: string | null
  website: string | null
  email: string | null
  basis: string | null
  recognised_by: string | null
}

const contact = (kind: 'website' | 'email') => sql`(
  select c.value from network.contacts c where c.organisation_id = o.id and c.kind = ${kind} order by c.position, c.id limit 1)`

/** What a member has in one column. */
export function cell(member: Listed, column: CsvColumn): string {
  const tag = nameLanguageOf(column)
  if (tag !== undefined) return member.name[tag] ?? ''
  const number = member.identifiers?.find(({ scheme }) => scheme === column)
  if (number) return number.value
  const value = (member as Record<string, unknown>)[column]
  return Array.isArray(value) ? value.join(listSeparator) : String(value ?? '')
}

/**
 * All memberships of the umbrella, past ones too, as the asker may see them: the header and one line of cells each, in a
 * stable order. The import reads the same columns.
 */
export async function membersTable(tx: Tx): Promise<{ header: CsvColumn[]; lines: string[][] }> {
  const { rows } = await tx.execute<{ value: Listed }>(sql`
    select json_build_object('id', coalesce(o.id, s.id), 'name', coalesce(o.name, p.name),
      'identifiers', (select json_agg(json_build_object('scheme', i.scheme, 'value', i.value))
        from network.identifiers i where i.organisation_id = o.id),
      'kind', o.kind, 'form', s.form, 'country', coalesce(o.country, p.country),
      'region', case when o.id is null then p.region else o.region end, 'town', case when o.id is null then p.town else o.town end,
      'level', o.level, 'communities', array(select unnest(coalesce(o.communities, p.communities)) order by 1),
      'languages', array(select unnest(coalesce(o.languages, p.languages)) order by 1),
      'fields', array(select unnest(coalesce(o.fields, p.fields)) order by 1), 'since', s.since, 'until', s.until,
      'website', ${contact('website')}, 'email', ${contact('email')}, 'basis', p.basis, 'recognised_by', p.recognised_by) as value
    from network.memberships s
    left join network.organisations o on o.id = s.organisation_id
    left join network.individuals p on p.umbrella_id = s.umbrella_id and p.membership_id = s.id
    where s.umbrella_id = platform.current_umbrella() and s.until is distinct from s.since and coalesce(o.name, p.name) is not null
    order by coalesce(o.id, s.id), s.form, s.since`)
  const members = rows.map(row => row.value)
  const further = [...new Set(members.flatMap(member => Object.keys(member.name)))].filter(
    tag => !nameLanguages.some(usual => usual === tag),
  )
  const header = csvColumns(further.sort())
  return { header, lines: members.map(member => header.map(column => cell(member, column))) }
}
