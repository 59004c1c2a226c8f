import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { type Digest, people } from '../schema/people.ts'

/** Keeps what the scope's own account chose: name, language of mail, how often mail comes. */
export async function saveOwnChoices(
  tx: Tx,
  choices: { name: string; locale: Locale; digest: Digest },
): Promise<void> {
  await tx.update(people).set(choices).where(sql`${people.id} = platform.current_account()`)
}
