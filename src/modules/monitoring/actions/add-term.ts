import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { ownTerms } from '../schema/terms.ts'

/** A word of the coalition's own. `code` without its beginning `OWN-`, which tells it from what is shipped later. */
export type NewTerm = {
  list: string
  code: string
  parent?: string
  layer?: 'C' | 'S' | 'D'
  label: Localised
  definition: Localised
}

const refusals = {
  list_is_closed: 'monitoring.term.listIsClosed',
  parent_is_known: 'monitoring.term.parentUnknown',
  own_terms_pkey: 'monitoring.term.codeTaken',
} as const

/** Adds a word to a vocabulary of the umbrella; its members read of it in the journal. */
export const addTerm = (tx: Tx, { list, code, parent, layer, label, definition }: NewTerm) =>
  refusingWhenViolated(tx, refusals, async (): Promise<Outcome<{ code: string }>> => {
    const own = `OWN-${code}`
    await tx.execute(sql`
      insert into ${ownTerms} (list, code, parent, layer, label, definition)
      values (${list}, ${own}, ${parent ?? null}, ${layer ?? null}, ${JSON.stringify(label)}, ${JSON.stringify(definition)})`)
    await record(tx, {
      action: 'monitoring.term_added',
      subject: { type: 'term', id: newId() },
      visibility: 'members',
      detail: { list, code: own, label: label as Record<string, string> },
    })
    return { ok: true, code: own }
  })
