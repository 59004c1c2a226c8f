import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile, storeFile } from '#platform/files/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { decode, type Encoding, guessEncoding } from '../import/decode.ts'
import type { Mapping } from '../import/header-names.ts'
import { type OpenedFile, openFile, readList } from '../import/read-list.ts'
import { type Delimiter, mostRows, type TableProblem } from '../import/read-table.ts'
import { type ImportOutcome, importMembers } from './import-members.ts'

/** A list as somebody hands it in; what is not told is guessed. */
export type Upload = { name: string; bytes: Uint8Array; encoding?: Encoding; delimiter?: Delimiter }

/** What makes a file no table of ours. */
export const tableProblems = {
  empty: 'network.import.empty',
  too_many_rows: 'network.import.tooManyRows',
  quote: 'network.import.quote',
} as const satisfies Record<TableProblem['reason'], MessageKey>

// A workbook or a picture has null bytes; text has none, except in UTF-16.
const isBinary = (bytes: Uint8Array) => guessEncoding(bytes) !== 'utf-16le' && bytes.includes(0)

/** Keeps an uploaded list, as UTF-8, so that the work can be left and taken up again. */
export async function startImport(tx: Tx, upload: Upload): Promise<Outcome<{ id: string }>> {
  const { name, bytes } = upload
  if (isBinary(bytes)) return refuse('network.import.notText')
  const opened = openFile(bytes, upload)
  if (!opened.ok) {
    const { reason, row } = opened.problem
    return refuse(tableProblems[reason], { row, most: mostRows })
  }
  const { encoding, delimiter, mapping } = opened.file
  const text = new TextEncoder().encode(decode(bytes, encoding))
  const kept = await storeFile(tx, { name: `${name.replace(/\.[^.]*$/, '')}.csv`, bytes: text })
  if (!kept.ok) return kept
  const id = newId()
  await tx.execute(sql`
    insert into network.imports (umbrella_id, id, file_id, file_name, encoding, delimiter, mapping, created_by)
    values (platform.current_umbrella(), ${id}, ${kept.file.id}, ${kept.file.name}, ${encoding}, ${delimiter},
      ${JSON.stringify(mapping)}::jsonb, platform.current_account())`)
  return { ok: true, id }
}

const over = () => refuse('network.import.over')

/** Says what the headings mean. Refused when the list has meanwhile been taken over or discarded. */
export async function mapImport(tx: Tx, id: string, mapping: Mapping): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.imports set mapping = ${JSON.stringify(mapping)}::jsonb
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'uploaded'`)
  return rowCount ? { ok: true } : over()
}

async function lockOpen(tx: Tx, id: string): Promise<{ file: string | null } | null> {
  const { rows } = await tx.execute<{ file: string | null }>(sql`
    select file_id as file from network.imports
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'uploaded' for update`)
  return rows[0] ?? null
}

/** Discards an upload and its file. */
export async function dropImport(tx: Tx, id: string): Promise<Outcome> {
  const open = await lockOpen(tx, id)
  if (!open) return over()
  await tx.execute(sql`
    update network.imports set status = 'dropped', finished_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  if (open.file) await deleteFile(tx, open.file)
  return { ok: true }
}

/** Uploads that nobody touched for thirty days: they hold what people said about others. */
export async function dropForgottenImports(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from network.imports
    where umbrella_id = platform.current_umbrella() and status = 'uploaded' and created_at < now() - interval '30 days'`)
  for (const { id } of rows) await dropImport(tx, id)
}

/** The umbrella of a list, and the country of rows that name none. */
type Home = { id: string; country: string | null }

/** What importing the list would do; nothing stays of it. */
export async function tryImport(
  tx: Tx,
  umbrella: Home,
  id: string,
  file: OpenedFile,
): Promise<ImportOutcome> {
  const options = { id, umbrella: umbrella.id, by: 'page', dryRun: true } as const
  return importMembers(tx, readList(file, umbrella.country), options)
}

/**
 * Takes the list over and removes its file. Refused when that has happened already; with problems nothing is written and
 * `outcome` names them all.
 */
export async function finishImport(
  tx: Tx,
  umbrella: Home,
  id: string,
  file: OpenedFile,
): Promise<Outcome<{ outcome: ImportOutcome }>> {
  const open = await lockOpen(tx, id)
  if (!open) return over()
  const options = { id, umbrella: umbrella.id, by: 'page', dryRun: false } as const
  const outcome = await importMembers(tx, readList(file, umbrella.country), options)
  if (outcome.problems.length > 0) return { ok: true, outcome }
  await tx.execute(sql`
    update network.imports set status = 'done', summary = ${JSON.stringify(outcome.summary)}::jsonb, finished_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  if (open.file) await deleteFile(tx, open.file)
  return { ok: true, outcome }
}
