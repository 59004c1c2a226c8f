import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { PostKind } from '../schema/posts.ts'

/** What a post is. `regions`: ISO 3166-2 codes of the country; none means all of it. */
export type PostFacts = {
  kind: PostKind
  title: Localised
  about: Localised
  country: string
  regions: string[]
  town: string | null
}

const told = ({ title, country, regions }: Omit<PostFacts, 'kind'>) => ({
  title: title as Record<string, string>,
  country,
  regions,
})

/** Creates a post, vacant. */
export async function createPost(tx: Tx, facts: PostFacts): Promise<string> {
  const id = newId()
  await tx.execute(sql`
    insert into network.posts (umbrella_id, id, kind, title, about, country, regions, town, created_by)
    values (platform.current_umbrella(), ${id}, ${facts.kind}, ${JSON.stringify(facts.title)}::jsonb,
      ${JSON.stringify(facts.about)}::jsonb, ${facts.country}, ${sql.param(facts.regions)}::text[], ${facts.town},
      platform.current_account())`)
  await record(tx, {
    action: 'network.post_created',
    subject: { type: 'post', id },
    visibility: 'public',
    detail: { kind: facts.kind, ...told(facts) },
  })
  return id
}

/** Changes name, task and area of an open post; its kind stays. */
export async function changePost(tx: Tx, id: string, facts: Omit<PostFacts, 'kind'>): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.posts set title = ${JSON.stringify(facts.title)}::jsonb, about = ${JSON.stringify(facts.about)}::jsonb,
      country = ${facts.country}, regions = ${sql.param(facts.regions)}::text[], town = ${facts.town}
    where umbrella_id = platform.current_umbrella() and id = ${id} and closed_on is null`)
  if (!rowCount) return refuse('network.post.closedAlready')
  await record(tx, {
    action: 'network.post_changed',
    subject: { type: 'post', id },
    visibility: 'public',
    detail: told(facts),
  })
  return { ok: true }
}

/** Closes a vacant post about which nobody is asked. Its history stays. */
export async function closePost(tx: Tx, id: string): Promise<Outcome> {
  // The row is locked first: an appointment confirmed at this moment waits, and then finds the post closed.
  await tx.execute(
    sql`select 1 from network.posts where umbrella_id = platform.current_umbrella() and id = ${id} for update`,
  )
  const { rows } = await tx.execute(sql`
    select 1 from network.appointments a
    where a.umbrella_id = platform.current_umbrella() and a.post_id = ${id} and a.status = 'asked'`)
  if (rows.length > 0) return refuse('network.appointment.asked')
  const { rowCount } = await tx.execute(sql`
    update network.posts p set closed_on = network.today()
    where p.umbrella_id = platform.current_umbrella() and p.id = ${id} and p.closed_on is null
      and not exists (select 1 from network.post_terms t where t.umbrella_id = p.umbrella_id and t.post_id = p.id
        and (t.valid_until is null or t.valid_until > network.today()))`)
  if (!rowCount) return refuse('network.post.notVacant')
  await record(tx, { action: 'network.post_closed', subject: { type: 'post', id }, visibility: 'public' })
  return { ok: true }
}
