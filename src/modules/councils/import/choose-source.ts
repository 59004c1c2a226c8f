import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { classMaps, idText, isObject, popoloClasses } from '../popolo/classes.ts'
import { idsIn, type PopoloFile } from '../popolo/read-file.ts'
import type { PopoloClass } from '../schema/of-popolo.ts'

// `firm`: what is the same in persons and in the councils themselves; parties are called alike everywhere.
type Evidence = { source: string; same: number; differ: number; firm: number }
type Source = { id: string; name: string }

const nameText = (object: unknown) => (isObject(object) && typeof object.name === 'string' ? object.name : '')

const statedOf = (file: PopoloFile, name: PopoloClass) =>
  (file.classes.get(name) ?? []).filter(isObject).flatMap(object => {
    const id = idText(object.id)
    const identifiers = Array.isArray(object.identifiers) ? object.identifiers : null
    return id === null ? [] : [{ id, name: nameText(object).toLowerCase(), identifiers }]
  })

// The same id with another name is another body’s: every parliament of EveryPolitician calls its own “legislature”.
async function evidence(tx: Tx, file: PopoloFile): Promise<Evidence[]> {
  const { rows } = await tx.execute<Evidence>(sql`
    with stated as (
      select 'p' as class, s.* from jsonb_to_recordset(${JSON.stringify(statedOf(file, 'persons'))}::jsonb)
        as s (id text, name text, identifiers jsonb)
      union all select 'o', s.* from jsonb_to_recordset(${JSON.stringify(statedOf(file, 'organizations'))}::jsonb)
        as s (id text, name text, identifiers jsonb)),
    recorded as (
      select 'p' as class, t.source_id, t.popolo_id, t.name, t.popolo, true as firm from councils.people t
        where t.umbrella_id = platform.current_umbrella()
      union all select 'o', t.source_id, t.popolo_id, t.name ->> 'und', t.popolo, t.kind <> 'group' from councils.councils t
        where t.umbrella_id = platform.current_umbrella()),
    pairs as (
      select r.source_id as source, r.class, r.popolo_id, bool_and(r.firm) as firm,
        bool_or(lower(coalesce(r.name, '')) = s.name or r.popolo -> 'identifiers' = s.identifiers) as same
      from recorded r join stated s on s.class = r.class and s.id = r.popolo_id
      where r.source_id is not null group by 1, 2, 3)
    select source, count(*) filter (where same)::int as same, count(*) filter (where same is not true)::int as differ,
      count(*) filter (where same and firm)::int as firm from pairs group by 1`)
  return rows
}

// Ids that objects of the file name without stating them: of a file with memberships alone.
async function referred(tx: Tx, file: PopoloFile): Promise<Evidence[]> {
  const named = popoloClasses.flatMap(name =>
    (file.classes.get(name) ?? []).filter(isObject).flatMap(object =>
      Object.entries(classMaps[name].references).flatMap(([field, [, to]]) => {
        const id = idText(object[field])
        return id === null ? [] : [{ to, id }]
      }),
    ),
  )
  const found = new Map<string, number>()
  for (const to of popoloClasses) {
    const ids = [...new Set(named.filter(one => one.to === to).map(({ id }) => id))]
    if (ids.length === 0 || idsIn(file, to).length > 0) continue
    const { rows } = await tx.execute<{ source: string; n: number }>(sql`
      select t.source_id as source, count(*)::int as n from councils.${sql.identifier(classMaps[to].table)} t
      where t.umbrella_id = platform.current_umbrella() and t.source_id is not null and t.popolo_id = any(${sql.param(ids)}::text[])
      group by 1`)
    for (const { source, n } of rows) found.set(source, (found.get(source) ?? 0) + n)
  }
  return [...found].map(([source, same]) => ({ source, same, differ: 0, firm: 0 }))
}

const isBody = ({ same, differ, firm }: Evidence) => same > differ || (same === differ && firm > 0)

async function recognise(tx: Tx, file: PopoloFile, sources: readonly Source[]): Promise<string | null> {
  const stated = await evidence(tx, file)
  // A file without organisations contradicts no council: when only one body of data knows its ids, they are that one’s.
  if (stated.length === 1 && !file.classes.has('organizations')) return stated[0]!.source
  const found = stated.length > 0 ? stated : await referred(tx, file)
  if (found.length > 0) return found.filter(isBody).sort((a, b) => b.same - a.same)[0]?.source ?? null
  // The classes of one body of data, a file for each: what contradicts nothing goes on with the latest.
  return file.single ? (sources.at(-1)?.id ?? null) : null
}

function newName(file: PopoloFile, fileName: string, sources: readonly Source[]): string {
  const organizations = (file.classes.get('organizations') ?? []).filter(isObject)
  const main = organizations.find(one => one.classification === 'legislature') ?? organizations[0]
  const wanted = (nameText(main) || fileName).slice(0, 180)
  let name = wanted
  for (let n = 2; sources.some(source => source.name === name); n += 1) name = `${wanted} ${n}`
  return name
}

/** To which body of data the file belongs: that of the given name, one that it goes on with, or a new one. */
export async function chooseSource(tx: Tx, file: PopoloFile, fileName: string, given: string | null) {
  const { rows } = await tx.execute<Source>(sql`
    select id, name from councils.sources where umbrella_id = platform.current_umbrella() order by imported_at, id`)
  const known = given === null ? await recognise(tx, file, rows) : rows.find(({ name }) => name === given)?.id
  const id = known ?? newId()
  const name = rows.find(source => source.id === known)?.name ?? given ?? newName(file, fileName, rows)
  await tx.execute(sql`
    insert into councils.sources (id, name, file_name, top, imported_by)
    values (${id}, ${name}, ${fileName.slice(-200)}, ${JSON.stringify(file.top)}::jsonb, platform.current_account())
    on conflict (umbrella_id, id) do update set file_name = excluded.file_name, imported_by = excluded.imported_by,
      imported_at = now(), top = sources.top || excluded.top`)
  return { id, name }
}
