import { rows, type Tx } from '#platform/database/scope.ts'

/**
 * Forgets a person in the journal of this umbrella, or of every umbrella when the transaction has none: who did it, and
 * details that name them. Order and hashes stay, so the journal still verifies. Only for the transaction's own account.
 * Returns how many parts of entries were forgotten.
 */
export async function erasePersonFromJournal(tx: Tx, person: string): Promise<number> {
  const [erased] = await rows<{ parts: number }>(
    tx,
    'journal.erase-person',
    'select platform.journal_erase_person($1) as parts',
    [person],
  )
  return erased!.parts
}

/** Everything the journal of this umbrella holds about the transaction's own account, as plain JSON for their export. */
export async function exportPersonFromJournal(tx: Tx): Promise<Record<string, unknown>[]> {
  return rows(tx, 'journal.export-person', 'select * from platform.journal_of_myself()')
}
