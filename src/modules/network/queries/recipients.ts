import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'

const inForce = sql`m.status = 'confirmed' and m.valid_from <= network.today()
  and (m.valid_until is null or m.valid_until > network.today())`

async function persons(tx: Tx, query: SQL): Promise<string[]> {
  const { rows } = await tx.execute<{ person: string }>(query)
  return rows.map(row => row.person)
}

/** The people who stand for one member today: its representatives, or the individual. */
export const peopleOfMember = (tx: Tx, membership: string): Promise<string[]> =>
  persons(
    tx,
    sql`select m.person_id as person from network.mandates m
      where m.umbrella_id = platform.current_umbrella() and m.membership_id = ${membership} and ${inForce}
      union
      select s.person_id from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.id = ${membership} and s.person_id is not null`,
  )

/** Everybody who acts for an active member today; partners too, because what is published to members is open to them. */
export const peopleInside = (tx: Tx): Promise<string[]> =>
  persons(
    tx,
    sql`select m.person_id as person from network.mandates m
      join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id and s.status = 'active'
      where m.umbrella_id = platform.current_umbrella() and ${inForce}
      union
      select s.person_id from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.status = 'active' and s.person_id is not null`,
  )

/** Everybody who acts for an active member with a vote today: partners are not told of personal matters. */
export const peopleAmongMembers = (tx: Tx): Promise<string[]> =>
  persons(
    tx,
    sql`select m.person_id as person from network.mandates m
      join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id and s.status = 'active'
        and s.form <> 'agreement'
      where m.umbrella_id = platform.current_umbrella() and ${inForce}
      union
      select s.person_id from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.status = 'active' and s.person_id is not null`,
  )

/** The umbrella's coordinators today. */
export const coordinators = (tx: Tx): Promise<string[]> =>
  persons(
    tx,
    sql`select r.person_id as person from people.roles r
      where r.umbrella_id = platform.current_umbrella() and r.role = 'coordinator' and r.valid_until is null`,
  )
