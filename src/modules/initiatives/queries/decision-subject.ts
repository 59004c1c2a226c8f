import { sql } from 'drizzle-orm'
import { type AppointmentView, findAppointment } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { DecisionKind } from '../schema/decisions.ts'

/** What a decision of the procedures is about: the page of the application, the post, the proposal or the appeal. */
export type DecisionSubject = {
  kind: 'application' | 'post' | 'proposal' | 'appeal'
  path: string
  /** Who is proposed for the post: only for readers who may see the decision. */
  appointment?: AppointmentView
}

const numberOf = async (tx: Tx, table: 'proposals' | 'appeals', id: string): Promise<number | undefined> => {
  const { rows } = await tx.execute<{ number: number }>(sql`
    select number from initiatives.${sql.identifier(table)}
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
  return rows[0]?.number
}

/** Null for decisions that have no page behind them. */
export async function subjectOf(
  tx: Tx,
  { kind, subject }: { kind: DecisionKind; subject: string },
): Promise<DecisionSubject | null> {
  if (kind === 'admission') return { kind: 'application', path: `/applications/${subject}` }
  if (kind === 'appointment') {
    const appointment = await findAppointment(tx, subject)
    return appointment ? { kind: 'post', path: `/posts/${appointment.postId}`, appointment } : null
  }
  if (kind === 'reversal') {
    const number = await numberOf(tx, 'appeals', subject)
    return number ? { kind: 'appeal', path: `/appeals/${number}` } : null
  }
  if (kind !== 'rule' && kind !== 'goal') return null
  const number = await numberOf(tx, 'proposals', subject)
  return number ? { kind: 'proposal', path: `/changes/${number}` } : null
}
