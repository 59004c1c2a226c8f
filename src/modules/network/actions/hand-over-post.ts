import { sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Act } from '#platform/http/module.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { postHandedOver, postLaidDown } from '../emails/posts.ts'

/** What two coordinators decide about a post. `person` null: it becomes vacant on `from`. Days as ISO text, `until` not included. */
export const handOver = z.object({
  person: z.uuid().nullable(),
  membership: z.uuid().nullable(),
  onBehalf: z.string().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
export type HandOver = z.infer<typeof handOver>

type Ended = { term: string; person: string; membership: string | null }

/** Ends whoever holds the post, or would later, on a day. */
export async function endTerms(tx: Tx, post: string, day: string, reason: string): Promise<Ended[]> {
  const { rows } = await tx.execute<Ended>(sql`
    update network.post_terms t set valid_until = greatest(t.valid_from, ${day}::date), end_reason = ${reason},
      called_off = t.valid_from >= ${day}::date and t.valid_from > network.today()
    where t.umbrella_id = platform.current_umbrella() and t.post_id = ${post}
      and (t.valid_until is null or t.valid_until > ${day}::date) and not t.called_off
    returning t.id as term, t.person_id as person, t.membership_id as membership`)
  return rows
}

/**
 * Carries out a confirmed act: whoever holds the post ends on the day and the next one begins on it, in one transaction.
 * A day that has passed becomes today. The post's row is locked, so that two hand-overs follow each other.
 */
export async function handOverPost(tx: Tx, act: Act): Promise<Outcome> {
  const given = handOver.parse(act.payload)
  const { rows } = await tx.execute<{ day: string; fits: boolean; asked: boolean }>(sql`
    select greatest(${given.from}::date, network.today())::text as day,
      coalesce(${given.until}::date > greatest(${given.from}::date, network.today()), true) as fits,
      exists (select 1 from network.appointments a
        where a.umbrella_id = p.umbrella_id and a.post_id = p.id and a.status = 'asked') as asked
    from network.posts p
    where p.umbrella_id = platform.current_umbrella() and p.id = ${act.subject} and p.closed_on is null for update`)
  const post = rows[0]
  if (!post) return refuse('network.post.closedAlready')
  if (post.asked) return refuse('network.appointment.asked')
  if (!post.fits) return refuse('network.post.termOver')
  const ended = await endTerms(tx, act.subject, post.day, given.person ? 'handed_over' : 'vacated')
  if (given.person) {
    await tx.execute(sql`
      insert into network.post_terms (umbrella_id, id, post_id, person_id, membership_id, on_behalf, valid_from, valid_until, appointed_under)
      values (platform.current_umbrella(), ${newId()}, ${act.subject}, ${given.person}, ${given.membership}, ${given.onBehalf},
        ${post.day}, ${given.until}, ${act.id})`)
  }
  await record(tx, {
    action: given.person ? 'network.post_handed_over' : 'network.post_vacated',
    member: given.membership ?? ended[0]?.membership ?? null,
    subject: { type: 'post', id: act.subject },
    visibility: 'public',
    detail: { day: post.day, act: act.id },
  })
  const former = ended.map(holder => holder.person).filter(person => person !== given.person)
  await postHandedOver(tx, {
    post: act.subject,
    event: act.id,
    day: post.day,
    to: given.person,
    from: former,
  })
  return { ok: true }
}

/** The holder lays the post down as of today. */
export async function resignPost(tx: Tx, post: string, reason: string | null): Promise<Outcome> {
  const { rows } = await tx.execute<Ended>(sql`
    update network.post_terms t set valid_until = network.today(), end_reason = ${reason ?? 'resigned'}
    where t.umbrella_id = platform.current_umbrella() and t.post_id = ${post} and t.person_id = platform.current_account()
      and t.valid_from <= network.today() and (t.valid_until is null or t.valid_until > network.today())
    returning t.id as term, t.person_id as person, t.membership_id as membership`)
  if (!rows[0]) return refuse('network.post.notYours')
  await record(tx, {
    action: 'network.post_vacated',
    member: rows[0].membership,
    subject: { type: 'post', id: post },
    visibility: 'public',
  })
  await postLaidDown(tx, { post, event: rows[0].term })
  return { ok: true }
}

/** The name by which the holder wants to be shown to everybody; null hides it again. */
export async function chooseDisplayName(tx: Tx, post: string, displayName: string | null): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.post_terms t set display_name = ${displayName}
    where t.umbrella_id = platform.current_umbrella() and t.post_id = ${post} and t.person_id = platform.current_account()
      and (t.valid_until is null or t.valid_until > network.today())`)
  return rowCount ? { ok: true } : refuse('network.post.notYours')
}

/** A note for whoever holds the post next. Nobody but its holders reads it. */
export async function leaveNote(tx: Tx, post: string, note: string): Promise<void> {
  await tx.execute(sql`
    insert into network.post_notes (umbrella_id, id, post_id, written_by, note)
    values (platform.current_umbrella(), ${newId()}, ${post}, platform.current_account(), ${note})`)
}
