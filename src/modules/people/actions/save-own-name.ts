import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { people } from '../schema/people.ts'

/** Writes the person's own row; `locale` only when it is made. The scope's account must be the person. */
export async function saveOwnName(tx: Tx, person: string, name: string, locale: Locale): Promise<void> {
  await tx
    .insert(people)
    .values({ id: person, name, locale, createdAt: sql`now()` })
    .onConflictDoUpdate({ target: people.id, set: { name } })
}
