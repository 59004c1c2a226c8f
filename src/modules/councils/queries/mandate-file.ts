import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

async function fileOf(tx: Tx, query: ReturnType<typeof sql>): Promise<string | null> {
  const { rows } = await tx.execute<{ file: string | null }>(query)
  return rows[0]?.file ?? null
}

/** The document by which somebody was sent. */
export const mandateFile = (tx: Tx, seat: string) =>
  fileOf(
    tx,
    sql`select m.mandate_file_id as file from councils.memberships m
    where m.umbrella_id = platform.current_umbrella() and m.id = ${seat}`,
  )

/** A document that the reader may see. */
export const documentFile = (tx: Tx, slug: string, id: string) =>
  fileOf(
    tx,
    sql`select d.file_id as file from councils.documents d
    join councils.councils c on (c.umbrella_id, c.id) = (d.umbrella_id, d.council_id)
    where d.umbrella_id = platform.current_umbrella() and c.slug = ${slug} and d.id = ${id}`,
  )

/** The file of one version of a council's rules. */
export const rulesFile = (tx: Tx, council: string, id: string) =>
  fileOf(
    tx,
    sql`select r.file_id as file from councils.rule_texts r
    where r.umbrella_id = platform.current_umbrella() and r.council_id = ${council} and r.id = ${id}`,
  )

/** The file of minutes that the reader may see. */
export const minutesFile = (tx: Tx, session: string) =>
  fileOf(
    tx,
    sql`select n.file_id as file from councils.minutes n
    where n.umbrella_id = platform.current_umbrella() and n.session_id = ${session}`,
  )

/** The minutes of a founding assembly. */
export const assemblyFile = (tx: Tx, formation: string) =>
  fileOf(
    tx,
    sql`select f.minutes_file_id as file from councils.formations f
    where f.umbrella_id = platform.current_umbrella() and f.id = ${formation}`,
  )
