import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

/** Somebody of the umbrella, as they want to be called. */
export type KnownPerson = { id: string; name: string }

/**
 * People whom somebody may name as a representative without inviting them: those who already act for some member here.
 * Everybody else is invited by mail, so that nobody is drawn into a member's affairs by a list.
 */
export async function peopleActingHere(tx: Tx): Promise<KnownPerson[]> {
  const { rows } = await tx.execute<KnownPerson>(sql`
    select p.id, p.name from people.people p
    where p.erased_at is null and exists (
      select 1 from network.mandates m
      where m.umbrella_id = platform.current_umbrella() and m.person_id = p.id and m.status = 'confirmed'
        and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today()))
    order by p.id limit 500`)
  return rows
}
