import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { mandateProposed } from '../emails/mandates.ts'
import type { MandateRole } from '../schema/memberships.ts'

/** What a mandate says, whoever will hold it. Days are ISO; `until` is the first day on which it no longer holds. */
export type MandateTerms = {
  membership: string
  role: MandateRole
  document: string
  file: string | null
  from: string
  until: string | null
  /** The primary mandate that this one takes over from. */
  replaces: string | null
}

export type NewMandate = MandateTerms & { person: string; proposedBy: string }

/**
 * Proposes a mandate for a person who belongs to the umbrella, or who has just accepted the invitation. It gives no right
 * until a second person confirms it. Returns its id.
 */
export async function proposeMandate(tx: Tx, mandate: NewMandate): Promise<Outcome<{ id: string }>> {
  const { rows } = await tx.execute(sql`
    select 1 from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.membership_id = ${mandate.membership}
      and m.person_id = ${mandate.person} and m.status = 'proposed' and m.role = ${mandate.role}`)
  if (rows.length > 0) return refuse('network.mandate.proposedAlready')
  const id = newId()
  await tx.execute(sql`
    insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, file_id, valid_from, valid_until,
      replaces, proposed_by)
    values (platform.current_umbrella(), ${id}, ${mandate.membership}, ${mandate.person}, ${mandate.role}, ${mandate.document},
      ${mandate.file}, ${mandate.from}, ${mandate.until}, ${mandate.replaces}, ${mandate.proposedBy})`)
  await record(tx, {
    action: 'network.mandate_proposed',
    member: mandate.membership,
    subject: { type: 'mandate', id },
    visibility: 'members',
    detail: { role: mandate.role, from: mandate.from, until: mandate.until },
  })
  await mandateProposed(tx, { mandate: id, membership: mandate.membership })
  return { ok: true, id }
}
