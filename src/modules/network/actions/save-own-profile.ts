import { sql } from 'drizzle-orm'
import type * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { searchKey } from '#platform/text/index.ts'
import type { profileForm } from '../forms/application.ts'

export type ProfileEntry = z.output<typeof profileForm>

/** The individual's own words about themselves; saving them confirms them for a year. */
export async function saveOwnProfile(tx: Tx, membership: string, entry: ProfileEntry): Promise<void> {
  const { name, about, communities, languages, fields, country, region, town, listed } = entry
  const key = searchKey(Object.values(name).join(' '))
  await tx.execute(sql`
    update network.individuals
    set name = ${JSON.stringify(name)}::jsonb, about = ${JSON.stringify(about)}::jsonb,
      communities = ${sql.param(communities)}::text[], languages = ${sql.param(languages)}::text[],
      fields = ${sql.param(fields)}::text[], country = ${country}, region = ${region}, town = ${town}, listed = ${listed},
      search_key = ${key}, profile_confirmed_on = network.today()
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership}`)
  await record(tx, {
    action: 'network.profile_changed',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
  })
}

/** «Everything is still true», once a year. */
export async function confirmOwnProfile(tx: Tx, membership: string): Promise<void> {
  await tx.execute(sql`
    update network.individuals set profile_confirmed_on = network.today()
    where umbrella_id = platform.current_umbrella() and membership_id = ${membership}`)
  await record(tx, {
    action: 'network.profile_confirmed',
    member: membership,
    subject: { type: 'membership', id: membership },
    visibility: 'members',
  })
}
