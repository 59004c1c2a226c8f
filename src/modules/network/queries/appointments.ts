import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { AppointmentStatus } from '../schema/posts.ts'
import { memberName, personName } from './member-name.ts'

/** Somebody proposed for a post, about whom the members are asked. `name` is null of a person who was forgotten. */
export type AppointmentView = {
  id: string
  postId: string
  post: Localised
  personId: string
  name: string | null
  membershipId: string | null
  member: Localised | null
  onBehalf: string | null
  validFrom: string
  validUntil: string | null
  reason: string | null
  proposedBy: string
  proposedAt: string
  status: AppointmentStatus
  closedAt: string | null
  /** Number of the decision in which the members answer. */
  decision: number | null
  /** The members set their decision aside, and nobody has asked them again. */
  toAskAgain: boolean
}

async function views(tx: Tx, filter: SQL): Promise<AppointmentView[]> {
  const { rows } = await tx.execute<{ value: AppointmentView }>(sql`
    select json_build_object('id', a.id, 'postId', a.post_id, 'post', p.title, 'personId', a.person_id,
      'name', nullif(${personName(sql`a.person_id`)}, ''), 'membershipId', a.membership_id,
      'member', ${memberName(sql`a.membership_id`)}, 'onBehalf', a.on_behalf, 'validFrom', a.valid_from,
      'validUntil', a.valid_until, 'reason', a.reason, 'proposedBy', a.proposed_by, 'proposedAt', a.proposed_at,
      'status', a.status, 'closedAt', a.closed_at, 'decision', a.decision_number,
      'toAskAgain', network.to_be_asked_again(a)) as value
    from network.appointments a
    join network.posts p on p.umbrella_id = a.umbrella_id and p.id = a.post_id
    where a.umbrella_id = platform.current_umbrella() and ${filter}
    order by a.proposed_at desc limit 10`)
  return rows.map(({ value }) => value)
}

/** Questions about a post, the latest first: all of them, or those about the asking person alone. */
export const listAppointments = (tx: Tx, post: string, all: boolean): Promise<AppointmentView[]> =>
  views(tx, sql`a.post_id = ${post} and (${all} or a.person_id = platform.current_account())`)

/** One question, or undefined. Who may read it is the asker's to check. */
export async function findAppointment(tx: Tx, id: string): Promise<AppointmentView | undefined> {
  return (await views(tx, sql`a.id = ${id}`))[0]
}
