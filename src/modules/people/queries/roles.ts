import { rows, type Tx } from '#platform/database/scope.ts'
import type { Role } from '#platform/http/viewer.ts'

/** A person as others of the umbrella see them; `name` is empty before the first sign-in and after erasure. */
export type PersonFace = { id: string; name: string; erased: boolean }

export type HeldRole = { id: string; role: Role; since: Temporal.Instant; person: PersonFace }

/** Who holds which role today, by role and name. */
export async function heldRoles(tx: Tx): Promise<HeldRole[]> {
  const held = await rows<Omit<HeldRole, 'since'> & { since: string }>(
    tx,
    'people.held-roles',
    `select r.id, r.role, r.valid_from as since,
       json_build_object('id', p.id, 'name', p.name, 'erased', p.erased_at is not null) as person
     from people.roles r join people.people p on p.id = r.person_id
     where r.umbrella_id = platform.current_umbrella() and r.valid_until is null
     order by r.role, p.name, p.id`,
  )
  return held.map(row => ({ ...row, since: Temporal.Instant.from(row.since) }))
}

/** Everybody who has something to do with the umbrella and can sign in, by name. */
export async function peopleOfUmbrella(tx: Tx): Promise<PersonFace[]> {
  return rows(
    tx,
    'people.of-umbrella',
    `select p.id, p.name, false as erased from people.affiliations a join people.people p on p.id = a.person_id
     where a.umbrella_id = platform.current_umbrella() and p.erased_at is null
     order by p.name, p.id`,
  )
}

/** A person whom the viewer may see; undefined otherwise. */
export async function personFace(tx: Tx, id: string): Promise<PersonFace | undefined> {
  const [person] = await rows<PersonFace>(
    tx,
    'people.face',
    'select id, name, erased_at is not null as erased from people.people where id = $1',
    [id],
  )
  return person
}

/** Ids of the coordinators of the umbrella. */
export async function coordinators(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    'people.coordinators',
    `select person_id as id from people.roles
     where umbrella_id = platform.current_umbrella() and role = 'coordinator' and valid_until is null
     order by valid_from, id`,
  )
  return found.map(({ id }) => id)
}
