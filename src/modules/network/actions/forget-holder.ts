import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { withdrawAppointmentsOf } from './ask-about-post.ts'
import { resignPost } from './hand-over-post.ts'

/**
 * Forgets the scope's own person as a holder of posts: posts are laid down, also those that would begin later, and the
 * names by which the person was shown go. Members are asked about them no longer, and what was said in their favour goes. Notes for the next holder stay with the post, without their author's name.
 */
export async function forgetHolder(tx: Tx, person: string): Promise<void> {
  const { rows } = await tx.execute<{ post: string }>(sql`
    select t.post_id as post from network.post_terms t
    where t.umbrella_id = platform.current_umbrella() and t.person_id = ${person} and t.valid_from <= network.today()
      and (t.valid_until is null or t.valid_until > network.today())`)
  for (const { post } of rows) await resignPost(tx, post, null)
  await withdrawAppointmentsOf(tx, 'person_id', person)
  await tx.execute(sql`
    update network.appointments set reason = null
    where umbrella_id = platform.current_umbrella() and person_id = ${person}`)
  await tx.execute(sql`
    update network.post_terms t set display_name = null,
      valid_until = case when t.valid_from > network.today() then t.valid_from else t.valid_until end,
      called_off = t.called_off or t.valid_from > network.today()
    where t.umbrella_id = platform.current_umbrella() and t.person_id = ${person}`)
}
