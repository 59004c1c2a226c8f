import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { StoredFile } from '#platform/files/index.ts'
import type { Mapping } from '../import/header-names.ts'
import type { Delimiter } from '../import/read-table.ts'
import type { ImportSummary } from '../import/summary.ts'
import { personName } from './member-name.ts'

/** A list on its way into the records. `file` is null once the work is over. Moments as ISO text. */
export type ImportView = {
  id: string
  fileName: string
  delimiter: Delimiter
  mapping: Mapping
  status: 'uploaded' | 'done' | 'dropped'
  summary: ImportSummary | null
  /** Who uploaded it, where the asker knows them. */
  person: string | null
  createdAt: string
  finishedAt: string | null
  file: StoredFile | null
}

const view = sql`json_build_object('id', i.id, 'fileName', i.file_name, 'delimiter', i.delimiter, 'mapping', i.mapping,
  'status', i.status, 'summary', i.summary, 'person', ${personName(sql`i.created_by`)}, 'createdAt', i.created_at,
  'finishedAt', i.finished_at, 'file', (
    select json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', encode(f.sha256, 'hex'))
    from platform.files f where f.umbrella_id = i.umbrella_id and f.id = i.file_id)) as value`

/** An upload of this umbrella, or null. */
export async function findImport(tx: Tx, id: string): Promise<ImportView | null> {
  const { rows } = await tx.execute<{ value: ImportView }>(sql`
    select ${view} from network.imports i where i.umbrella_id = platform.current_umbrella() and i.id = ${id}`)
  return rows[0]?.value ?? null
}

/** Uploads that nobody has finished, and the last ten lists that were taken over, newest first. */
export async function listImports(tx: Tx): Promise<{ open: ImportView[]; done: ImportView[] }> {
  const { rows } = await tx.execute<{ value: ImportView }>(sql`
    (select ${view} from network.imports i where i.umbrella_id = platform.current_umbrella() and i.status = 'uploaded'
      order by i.id desc limit 50)
    union all
    (select ${view} from network.imports i where i.umbrella_id = platform.current_umbrella() and i.status = 'done'
      order by i.id desc limit 10)`)
  const views = rows.map(row => row.value)
  return {
    open: views.filter(({ status }) => status === 'uploaded'),
    done: views.filter(({ status }) => status === 'done'),
  }
}
