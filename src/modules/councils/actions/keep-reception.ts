import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type ContactChannel, contacts, receptions } from '../schema/liaisons.ts'

/** When and where a liaison receives, and how the office is reached. */
export async function keepReception(
  tx: Tx,
  post: string,
  facts: { hours: Localised; address: string | null; phone: string | null; email: string | null },
): Promise<void> {
  const updatedAt = sql`now()` as never
  await tx
    .insert(receptions)
    .values({ ...facts, postId: post })
    .onConflictDoUpdate({ target: [receptions.umbrellaId, receptions.postId], set: { ...facts, updatedAt } })
  await record(tx, {
    action: 'councils.reception_changed',
    subject: { type: 'post', id: post },
    visibility: 'public',
  })
}

/** An entry of the journal that a liaison keeps; whom they met is for them and the coordinators. */
export async function noteContact(
  tx: Tx,
  post: string,
  facts: {
    onDay: Temporal.PlainDate
    channel: ContactChannel
    withWhom: string
    about: string
    agreed: string
  },
): Promise<void> {
  await tx
    .insert(contacts)
    .values({ ...facts, id: newId(), postId: post, writtenBy: sql`platform.current_account()` as never })
  await record(tx, {
    action: 'councils.contact_noted',
    subject: { type: 'post', id: post },
    visibility: 'sealed',
  })
}
