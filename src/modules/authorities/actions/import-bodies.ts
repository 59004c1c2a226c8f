import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { BodyProblem, ReadBody } from '../import/read-bodies.ts'
import { addBody, alterBody } from './keep-body.ts'

export type BodyImport = {
  rows: number
  imported: number
  updated: number
  unchanged: number
  duplicates: number
  problems: BodyProblem[]
}

type Known = { id: string; version: number; mine: boolean; same: boolean }

// The same number in a register, or a name that one of the same jurisdiction has already.
async function known(tx: Tx, { facts }: ReadBody, parent: string | null): Promise<Known | null> {
  const { rows } = await tx.execute<Known>(sql`
    select b.id, b.version, authorities.may_alter_body(b) as mine,
      (b.kind, b.name, b.jurisdiction, b.level, b.country, b.region, b.town, b.parent_id, b.competences, b.languages, b.email,
        b.postal_address, b.website, b.phone, b.scheme, b.identifier, b.founded_on, b.ended_on)
      is not distinct from (${facts.kind}, ${JSON.stringify(facts.name)}::jsonb, ${facts.jurisdiction}, ${facts.level},
        ${facts.country}, ${facts.region}, ${facts.town}, ${parent}::uuid, ${sql.param(facts.competences)}::text[],
        ${sql.param(facts.languages)}::text[], ${facts.email}, ${facts.postalAddress}, ${facts.website}, ${facts.phone},
        ${facts.scheme}, ${facts.identifier}, ${facts.foundedOn}::date, ${facts.endedOn}::date) as same
    from authorities.bodies b
    where (b.scheme = ${facts.scheme} and b.identifier = ${facts.identifier})
      or (b.jurisdiction = ${facts.jurisdiction} and b.region is not distinct from ${facts.region} and exists (
        select 1 from jsonb_each_text(b.name) had join jsonb_each_text(${JSON.stringify(facts.name)}::jsonb) has
          on had.value = has.value))
    order by b.scheme is distinct from ${facts.scheme}, b.id limit 1`)
  return rows[0] ?? null
}

async function bodyNamed(tx: Tx, name: string, jurisdiction: string): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select b.id from authorities.bodies b
    where b.jurisdiction = ${jurisdiction} and exists (select 1 from jsonb_each_text(b.name) n where n.value = ${name})
    order by b.id limit 1`)
  return rows[0]?.id ?? null
}

type Taken = keyof Pick<BodyImport, 'imported' | 'updated' | 'unchanged' | 'duplicates'>

async function take(tx: Tx, body: ReadBody): Promise<Taken | BodyProblem> {
  const { row, parentName, facts } = body
  const parent = parentName ? await bodyNamed(tx, parentName, facts.jurisdiction) : null
  if (parentName && !parent) return { row, column: 'parent', message: 'authorities.body.refusal.noParent' }
  const there = await known(tx, body, parent)
  if (there?.same) return 'unchanged'
  if (there && !there.mine) return 'duplicates'
  const outcome = there
    ? await alterBody(tx, there.id, there.version, { ...facts, parent })
    : await addBody(tx, { ...facts, parent })
  if (!outcome.ok) return { row, column: '', message: outcome.reason, values: outcome.values }
  return there ? 'updated' : 'imported'
}

/**
 * Takes a list of public bodies over, all of it or nothing: with a problem anywhere, or to try it out, nothing stays. A body
 * that others keep is a duplicate and is left as it is.
 */
export async function importBodies(
  tx: Tx,
  { read, problems, total }: { read: ReadBody[]; problems: BodyProblem[]; total: number },
  dryRun: boolean,
): Promise<BodyImport> {
  const outcome: BodyImport = {
    ...{ rows: total, imported: 0, updated: 0, unchanged: 0, duplicates: 0 },
    problems: [...problems],
  }
  await tx.execute(sql`savepoint bodies`)
  for (const body of read) {
    const taken = await take(tx, body)
    if (typeof taken === 'string') outcome[taken]++
    else outcome.problems.push(taken)
  }
  const keeps = !dryRun && outcome.problems.length === 0
  await tx.execute(keeps ? sql`release savepoint bodies` : sql`rollback to savepoint bodies`)
  return outcome.problems.length > 0 ? { ...outcome, imported: 0, updated: 0 } : outcome
}
