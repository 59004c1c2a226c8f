import { type SQL, sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'

/**
 * The name of a member as jsonb by languages, for lists: the directory has it at hand and knows who may read it. Members of the
 * past stand in it no more and are looked up. `membership` is an SQL uuid.
 */
export const senderName = (membership: SQL): SQL => sql`coalesce(
  (select d.name from network.directory d where d.umbrella_id = platform.current_umbrella() and d.membership_id = ${membership}),
  ${memberName(membership)})`
