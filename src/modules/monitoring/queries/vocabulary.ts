import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Term, Vocabulary } from '../coding/vocabulary.ts'

const term = sql`json_build_object('list', t.list, 'code', t.code, 'parent', t.parent, 'layer', t.layer, 'label', t.label,
  'definition', t.definition, 'own', t.own, 'validFrom', t.valid_from, 'validUntil', t.valid_until,
  'used', exists (select 1 from monitoring.own_terms o where o.umbrella_id = platform.current_umbrella()
    and o.list = t.list and o.code = t.code and o.used_at is not null),
  'current', t.valid_from <= current_date and (t.valid_until is null or t.valid_until > current_date))`

/** The words of these vocabularies, shipped and own, ended ones too, in one statement. */
export async function vocabularyOf(tx: Tx, lists: readonly string[]): Promise<Vocabulary> {
  const { rows } = await tx.execute<{ term: Term }>(sql`
    select ${term} as term from monitoring.terms t where t.list = any (${sql.param(lists)}::text[])
    order by t.list, t.ordinal`)
  return Map.groupBy(
    rows.map(row => row.term),
    one => one.list,
  )
}

/** A vocabulary as a line of the list of them. */
export type ListLine = { list: string; source: string; extendable: boolean; terms: number; own: number }

/** Every vocabulary with how many words can be chosen today. */
export async function listVocabularies(tx: Tx): Promise<ListLine[]> {
  const { rows } = await tx.execute<ListLine>(sql`
    select l.list, l.source, l.extendable, count(t.code)::int as terms, (count(*) filter (where t.own))::int as own
    from monitoring.lists l left join monitoring.terms t on t.list = l.list and t.valid_from <= current_date
      and (t.valid_until is null or t.valid_until > current_date)
    group by l.list, l.source, l.extendable order by l.list`)
  return rows
}

export type FoundVocabulary = { list: string; source: string; extendable: boolean; terms: Term[] }

/** One vocabulary with its words; undefined when there is none of that name. */
export async function findVocabulary(tx: Tx, list: string): Promise<FoundVocabulary | undefined> {
  const { rows } = await tx.execute<{ value: FoundVocabulary }>(sql`
    select json_build_object('list', l.list, 'source', l.source, 'extendable', l.extendable,
      'terms', (select coalesce(json_agg(${term} order by t.ordinal), '[]'::json) from monitoring.terms t where t.list = l.list)) as value
    from monitoring.lists l where l.list = ${list}`)
  return rows[0]?.value
}
