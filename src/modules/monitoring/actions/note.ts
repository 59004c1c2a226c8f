import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'

/** Sealed: that something was done to an incident can be proved, and nobody reads in the journal to which. */
export const note = (tx: Tx, action: `monitoring.${string}`, incident: string): Promise<string> =>
  record(tx, { action, subject: { type: 'incident', id: incident }, visibility: 'sealed' })
