import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { RealisationStatus } from '../schema/realisation.ts'

/** A realisation that is about to change, with its row locked until the transaction ends. */
export type HeldRealisation = {
  id: string
  number: number
  title: Record<string, string>
  status: RealisationStatus
  membershipId: string
  /** The membership of who answers for it has ended. */
  gone: boolean
}

export const isOver = ({ status }: { status: RealisationStatus }) =>
  status === 'completed' || status === 'reversed'

/** Locks the row first of everything: whoever changes a realisation waits here, and for nothing else later. */
export async function holdRealisation(tx: Tx, id: string): Promise<HeldRealisation> {
  const { rows } = await tx.execute<HeldRealisation>(sql`
    select r.id, r.number, r.status, r.membership_id as "membershipId", initiatives.is_gone(r.membership_id) as gone,
      (select d.title from initiatives.decisions d where d.umbrella_id = r.umbrella_id and d.id = r.decision_id) as title
    from initiatives.realisations r
    where r.umbrella_id = platform.current_umbrella() and r.id = ${id} for no key update of r`)
  if (!rows[0]) throw new NotFound()
  return rows[0]
}
