import { type SQL, sql } from 'drizzle-orm'

/**
 * The name of a member as everybody may read it: jsonb by languages. Null for an individual who did not agree to be listed,
 * unless the asker is inside, and for one who was forgotten. `membership` is an SQL uuid.
 */
export const speakerName = (membership: SQL): SQL => sql`(
  select case when speaking.organisation_id is not null then speaking_organisation.name
    when speaking_person.listed or (select network.is_inside()) then speaking_person.name end
  from network.memberships speaking
  left join network.organisations speaking_organisation on speaking_organisation.id = speaking.organisation_id
  left join network.individuals speaking_person
    on speaking_person.umbrella_id = speaking.umbrella_id and speaking_person.membership_id = speaking.id
  where speaking.umbrella_id = platform.current_umbrella() and speaking.id = ${membership})`

/** A moment as ISO text with T and offset, inside of json. */
export const moment = (at: SQL): SQL => sql`to_json(${at}) #>> '{}'`
