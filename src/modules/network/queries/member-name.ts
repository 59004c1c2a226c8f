import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** The name of a member as jsonb by languages: of its organisation, or of the individual. `membership` is an SQL uuid. */
export const memberName = (membership: SQL): SQL => sql`(
  select coalesce(named_organisation.name, named_person.name) from network.memberships named
  left join network.organisations named_organisation on named_organisation.id = named.organisation_id
  left join network.individuals named_person
    on named_person.umbrella_id = named.umbrella_id and named_person.membership_id = named.id
  where named.umbrella_id = platform.current_umbrella() and named.id = ${membership})`

/** The name of a person whom the asker may see, null otherwise. */
export const personName = (person: SQL): SQL =>
  sql`(select known.name from people.people known where known.id = ${person})`

/** A member by its name. */
export type NamedMember = { id: string; name: Localised | null }

/** The names of members, in the order asked for. */
export async function namesOf(tx: Tx, memberships: readonly string[]): Promise<NamedMember[]> {
  if (memberships.length === 0) return []
  const { rows } = await tx.execute<NamedMember>(sql`
    select asked.id, ${memberName(sql`asked.id`)} as name
    from unnest(${sql.param(memberships)}::uuid[]) with ordinality asked (id, place) order by asked.place`)
  return rows
}

/** The name of one member; empty when there is none of it. */
export async function nameOf(tx: Tx, membership: string): Promise<Record<string, string>> {
  const [member] = await namesOf(tx, [membership])
  return (member?.name ?? {}) as Record<string, string>
}
