import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { type RegisterAsk, type RegisterFacet, registerFacets } from '../forms/register.ts'
import { senderName } from './sender-name.ts'

export type FacetValue = { value: string; n: number; name: Localised | null }

/** What there is of each facet, the most frequent first, and how many communications in all. */
export type RegisterCounts = { total: number; values: ReadonlyMap<RegisterFacet, FacetValue[]> }

/** Terms of which one must hold, and of how many communications at most one holds. */
export type Group = { terms: string[]; n: number }

// A list of thousands helps nobody to choose; what is not offered is found by the search, and a link still works.
const mostOffered = 150
const mostWordForms = 30
const mostBodies = 100

// Endings differ with the case: «права» is looked for as «прав».
const stem = (word: string) =>
  word.length > 7 ? word.slice(0, -2) : word.length > 4 ? word.slice(0, -1) : word

const offered = sql`
  select t.facet, t.value, t.n, case t.facet when 'body' then (select b.name from authorities.bodies b where b.id = t.value::uuid)
      when 'member' then case when t.value <> 'coalition' then ${senderName(sql`t.value::uuid`)} end end as name
  from (select c.facet, c.value, sum(c.n)::integer as n, row_number() over (partition by c.facet order by sum(c.n) desc, c.value) as place
    from authorities.register_totals c
    where c.umbrella_id = platform.current_umbrella() and c.facet = any(${sql.raw(`'{${['all', ...registerFacets].join()}}'::text[]`)})
    group by c.facet, c.value having sum(c.n) > 0) t
  where t.place <= ${sql.raw(String(mostOffered))}`

// $1: the words, $2: their stems.
const meant = sql`
  select w.word as asked, f.terms, f.n from unnest($1::text[], $2::text[]) as w (word, stem)
  cross join lateral (
    select coalesce(array_agg(x.term), '{}') as terms, coalesce(sum(x.n), 0)::integer as n from (
      (select 'word:' || c.value as term, sum(c.n) as n from authorities.register_totals c
        where c.umbrella_id = platform.current_umbrella() and c.facet = 'word' and c.value >= w.stem and c.value < w.stem || '~'
        group by c.value having sum(c.n) > 0 order by sum(c.n) desc limit ${sql.raw(String(mostWordForms))})
      union all
      (select 'body:' || b.id, (select coalesce(sum(c.n), 0) from authorities.register_totals c
          where c.umbrella_id = platform.current_umbrella() and c.facet = 'body' and c.value = b.id::text)
        from authorities.bodies b where ' ' || b.search_key like '% ' || w.stem || '%' limit ${sql.raw(String(mostBodies))})
    ) x where x.n > 0) f`

type Row = { facets: [RegisterFacet | 'all', string, number, Localised | null][]; words: Group[] }

// Planning it takes longer than asking it: it is planned once for each connection.
const { sql: counted } = new PgDialect().sqlToQuery(sql`
  select (select coalesce(json_agg(json_build_array(o.facet, o.value, o.n, o.name) order by o.n desc, o.value), '[]') from (${offered}) o)
      as facets,
    (select coalesce(json_agg(json_build_object('terms', m.terms, 'n', m.n)), '[]') from (${meant}) m) as words,
    set_config('enable_hashjoin', 'off', true)`)

/** The choices of the register, and of which terms each word of a search may be one. One statement. */
export async function registerCounts(
  tx: Tx,
  { words }: Pick<RegisterAsk, 'words'>,
): Promise<RegisterCounts & { groups: Group[] }> {
  const [found] = await rows<Row>(tx, 'authorities.register-counts', counted, [words, words.map(stem)])
  const { facets, words: groups } = found!
  const values = Map.groupBy(
    facets.flatMap(([facet, value, n, name]) => (facet === 'all' ? [] : [{ facet, value, n, name }])),
    ({ facet }) => facet,
  )
  const total = facets.find(([facet]) => facet === 'all')?.[2] ?? 0
  return { total, values, groups }
}

/** What must hold for an entry: a term of each group. Null when nobody can fit. */
export function groupsOf(
  { filters }: Pick<RegisterAsk, 'filters'>,
  { values, groups, total }: RegisterCounts & { groups: readonly Group[] },
): Group[] | null {
  const filtered = Object.entries(filters).map(([facet, value]) => {
    const known = values.get(facet as RegisterFacet) ?? []
    const n = known.find(one => one.value === value)?.n ?? (known.length < mostOffered ? 0 : total)
    return { terms: [`${facet}:${value}`], n }
  })
  const all = [...filtered, ...groups]
  return all.some(({ terms, n }) => n === 0 || terms.length === 0) ? null : all.sort((a, b) => a.n - b.n)
}
