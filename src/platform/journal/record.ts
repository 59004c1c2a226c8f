import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'

/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Public: anybody. Members: people of the umbrella. Sealed: nobody; only a hash shows that something was done. */
export type Visibility = 'public' | 'members' | 'sealed'

/**
 * One thing done. Where, when and who are taken from the transaction's scope, not from here.
 *
 * `action` is a dotted key such as `network.application_submitted`. `member` is the membership for which it was done.
 * `subject` names the row acted on, never a person. `rule` is the version of the umbrella's rule that decided it.
 * `detail` is what a reader needs (localised names, dates); a public detail names members, never persons. `about` lists
 * the persons whom the detail names: when one of them is forgotten, the detail is.
 */
export type JournalEntry = {
  action: `${string}.${string}`
  member?: string | null
  subject: { type: string; id: string }
  rule?: { key: string; version: number }
  visibility: Visibility
  detail?: { [key: string]: Json }
  about?: string[]
}

/**
 * Writes an entry in the action's own transaction: it is there exactly when what it tells has happened. Sealed soon after
 * the commit. Returns the entry's id.
 */
export async function record(tx: Tx, entry: JournalEntry): Promise<string> {
  const id = newId()
  await rows(
    tx,
    'journal.record',
    `insert into platform.journal_entries
       (id, action, member_id, subject_type, subject_id, rule_key, rule_version, visibility, detail, about)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      entry.action,
      entry.member ?? null,
      entry.subject.type,
      entry.subject.id,
      entry.rule?.key ?? null,
      entry.rule?.version ?? null,
      entry.visibility,
      entry.detail ? JSON.stringify(entry.detail) : null,
      entry.about?.length ? entry.about : null,
    ],
  )
  return id
}
