import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { erasePersonFromJournal } from '#platform/journal/erase.ts'
import { erasePersonFromMail } from '#platform/mail/index.ts'
import { erasePersonFromVault } from '#platform/vault/index.ts'
import { people } from '../schema/people.ts'

/** Blanks the row of the scope's own account. Outside of every umbrella it also forgets what journals hold of umbrellas left long ago. */
export async function forgetOwnPerson(tx: Tx, person: string): Promise<void> {
  await erasePersonFromJournal(tx, person)
  await erasePersonFromMail(tx)
  await erasePersonFromVault(tx)
  await tx
    .update(people)
    .set({ name: '', digest: 'none', erasedAt: sql`now()` })
    .where(sql`${people.id} = platform.current_account()`)
}
