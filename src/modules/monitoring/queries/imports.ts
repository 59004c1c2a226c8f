import { desc, eq, sql } from 'drizzle-orm'
import { personName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { type ImportCounts, imports } from '../schema/imports.ts'

/** A chronicle that was taken over. */
export type ImportView = {
  id: string
  summary: ImportCounts
  recordedAt: Temporal.Instant
  undoneAt: Temporal.Instant | null
  /** Who did it, where the asker knows them. */
  person: string | null
}

const view = {
  id: imports.id,
  summary: imports.summary,
  recordedAt: imports.recordedAt,
  undoneAt: imports.undoneAt,
  person: sql<string | null>`${personName(sql`${imports.recordedBy}`)}`,
}

/** An import of this umbrella, or null. */
export async function findImport(tx: Tx, id: string): Promise<ImportView | null> {
  const [found] = await tx.select(view).from(imports).where(eq(imports.id, id))
  return found ?? null
}

// What is older stays in the journal.
const mostShown = 50

/** The last imports, newest first. */
export const listImports = (tx: Tx): Promise<ImportView[]> =>
  tx.select(view).from(imports).orderBy(desc(imports.recordedAt), desc(imports.id)).limit(mostShown)
