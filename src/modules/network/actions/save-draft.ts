import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile, storeFile } from '#platform/files/index.ts'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { newId } from '#platform/id.ts'
import type { Form } from '../schema/memberships.ts'

type Draft = { form: Form; locale: string; values: FormValues; file: File | null }
type Kept = { id: string; fileId: string | null }

async function keepValues(tx: Tx, { form, locale, values }: Draft): Promise<Kept> {
  const { rows } = await tx.execute<Kept>(sql`
    insert into network.applications as a (umbrella_id, id, form, applicant_id, locale, draft)
    values (platform.current_umbrella(), ${newId()}, ${form}, platform.current_account(), ${locale},
      ${JSON.stringify(values)}::jsonb)
    on conflict (umbrella_id, applicant_id, form) where status = 'draft'
      do update set draft = excluded.draft, locale = excluded.locale
    returning id, file_id as "fileId"`)
  return rows[0]!
}

async function attach(tx: Tx, { id, fileId }: Kept, file: File): Promise<Problem[]> {
  const stored = await storeFile(tx, { name: file.name, bytes: file })
  if (!stored.ok) {
    return [{ field: 'file', message: stored.reason, values: stored.values as Problem['values'] }]
  }
  await tx.execute(sql`
    update network.applications set file_id = ${stored.file.id}
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  if (fileId !== null) await deleteFile(tx, fileId)
  return []
}

/**
 * Keeps what the asking person has typed so far: one draft per person and form, created by the first call. A new file
 * takes the place of the one before; one that is not taken is a problem, and the rest is kept nevertheless.
 */
export async function saveDraft(tx: Tx, draft: Draft): Promise<{ id: string; problems: Problem[] }> {
  const kept = await keepValues(tx, draft)
  const problems = draft.file ? await attach(tx, kept, draft.file) : []
  return { id: kept.id, problems }
}

/** Throws the draft away with its file; there is nothing to keep of what was never sent. */
export async function discardDraft(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.execute<{ fileId: string | null }>(sql`
    delete from network.applications
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'draft' returning file_id as "fileId"`)
  if (rows[0]?.fileId) await deleteFile(tx, rows[0].fileId)
}
