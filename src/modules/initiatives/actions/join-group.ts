import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { holdRealisation, isOver } from '../queries/hold-realisation.ts'

type Place = { realisation: string; membership: string }

/** A member or partner joins the working group, or comes back to it. */
export async function joinGroup(tx: Tx, { realisation, membership }: Place): Promise<Outcome> {
  const held = await holdRealisation(tx, realisation)
  if (isOver(held)) return refuse('initiatives.realisation.ended')
  const { rowCount } = await tx.execute(sql`
    insert into initiatives.realisation_members as m (realisation_id, membership_id) values (${realisation}, ${membership})
    on conflict (umbrella_id, realisation_id, membership_id) do update set joined_at = now(), left_at = null
      where m.left_at is not null`)
  if (!rowCount) return refuse('initiatives.realisation.joinedAlready')
  await record(tx, {
    action: 'initiatives.group_joined',
    member: membership,
    subject: { type: 'realisation', id: realisation },
    visibility: 'public',
    detail: { number: held.number },
  })
  return { ok: true }
}

/** A member leaves the group: its open tasks are free again, its people are no longer named. */
export async function leaveGroup(tx: Tx, { realisation, membership }: Place): Promise<Outcome> {
  const held = await holdRealisation(tx, realisation)
  if (held.membershipId === membership) return refuse('initiatives.realisation.answersForIt')
  const { rowCount } = await tx.execute(sql`
    update initiatives.realisation_members set left_at = now()
    where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and membership_id = ${membership}
      and left_at is null`)
  if (!rowCount) return refuse('initiatives.realisation.leftAlready')
  await tx.execute(sql`select initiatives.free_member_tasks(${realisation}, ${membership})`)
  await record(tx, {
    action: 'initiatives.group_left',
    member: membership,
    subject: { type: 'realisation', id: realisation },
    visibility: 'public',
    detail: { number: held.number },
  })
  return { ok: true }
}

/** The member says who of its people works on it. Seen inside the coalition alone, and so is the record. */
export async function namePerson(tx: Tx, place: Place & { person: string }): Promise<Outcome> {
  const { realisation, membership, person } = place
  const held = await holdRealisation(tx, realisation)
  if (isOver(held)) return refuse('initiatives.realisation.ended')
  await tx.execute(sql`
    insert into initiatives.realisation_people (realisation_id, membership_id, person_id)
    values (${realisation}, ${membership}, ${person}) on conflict do nothing`)
  await record(tx, {
    action: 'initiatives.group_person_named',
    member: membership,
    subject: { type: 'realisation', id: realisation },
    visibility: 'members',
  })
  return { ok: true }
}

/** Takes somebody's name out of the group; tasks stay with the member. */
export async function unnamePerson(tx: Tx, place: Place & { person: string }): Promise<Outcome> {
  const { realisation, membership, person } = place
  const { rowCount } = await tx.execute(sql`
    delete from initiatives.realisation_people where umbrella_id = platform.current_umbrella()
      and realisation_id = ${realisation} and membership_id = ${membership} and person_id = ${person}`)
  if (!rowCount) return refuse('initiatives.realisation.personGone')
  await record(tx, {
    action: 'initiatives.group_person_removed',
    member: membership,
    subject: { type: 'realisation', id: realisation },
    visibility: 'members',
  })
  return { ok: true }
}

/** Takes the scope's own person out of working groups; their tasks stay with the member. */
export async function forgetInRealisations(tx: Tx, person: string): Promise<void> {
  await tx.execute(sql`
    delete from initiatives.realisation_people
    where umbrella_id = platform.current_umbrella() and person_id = ${person}`)
}

/** A mandate has ended: who no longer acts for the member is no longer named for it. */
export async function unnameFormer(tx: Tx, membership: string): Promise<void> {
  await tx.execute(sql`select initiatives.free_former_people(${membership})`)
}
