import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Mandates refused or taken back a month ago let go of their documents, which are then removed as unneeded files. */
export async function releaseRefusedDocuments(tx: Tx): Promise<void> {
  await tx.execute(sql`select network.release_refused_documents()`)
}
