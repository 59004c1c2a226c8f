import type pg from 'pg'
import type { MailPlace } from './compose.ts'
import type { MailCategory } from './queue.ts'
import type { MailValues } from './template.ts'

/** A queued mail as the worker reads it. `claimedAgo` is how many seconds ago somebody began to send it. */
export type StoredMail = {
  id: string
  umbrella: string | null
  person: string | null
  invitation: string | null
  category: MailCategory
  template: string
  values: MailValues
  link: string | null
  status: 'waiting' | 'sending' | 'sent' | 'dropped'
  messageId: string | null
  queuedAt: string
  claimedAgo: number | null
  place: MailPlace
}

const mails = `
  select m.id, m.umbrella_id as umbrella, m.person_id as person, m.invitation_id as invitation, m.category, m.template,
    m.values, m.link, m.status, m.message_id as "messageId", m.queued_at as "queuedAt",
    extract(epoch from now() - m.claimed_at)::integer as "claimedAgo",
    case when u.id is not null then json_build_object('slug', u.slug, 'name', u.name, 'zone', u.zone) end as place
  from platform.mail m left join platform.umbrellas u on u.id = m.umbrella_id`

/** A mail of the queue by its id. */
export async function findMail(worker: pg.Pool, id: string): Promise<StoredMail | undefined> {
  return (await worker.query<StoredMail>(`${mails} where m.id = $1`, [id])).rows[0]
}

/** News of one person that was not sent yet, oldest first. */
export async function unsentNews(worker: pg.Pool, person: string): Promise<StoredMail[]> {
  const sql = `${mails} where m.person_id = $1 and m.category = 'news' and m.status in ('waiting', 'sending')
    order by m.queued_at, m.id`
  return (await worker.query<StoredMail>(sql, [person])).rows
}

/** People for whom news waits: since when, and in which zone they live as far as we know. */
export async function peopleWithNews(
  worker: pg.Pool,
): Promise<{ person: string; since: string; zone: string | null }[]> {
  const { rows } = await worker.query(`
    select m.person_id as person, min(m.queued_at) as since,
      (array_agg(u.zone order by m.queued_at, m.id))[1] as zone
    from platform.mail m left join platform.umbrellas u on u.id = m.umbrella_id
    where m.category = 'news' and m.status in ('waiting', 'sending') and m.person_id is not null
    group by m.person_id`)
  return rows
}

/**
 * Marks mails as being sent under one Message-ID, keeping the Message-ID that an earlier attempt gave them. Returns the ids
 * that were free to take: somebody else may have been faster.
 */
export async function claim(
  worker: pg.Pool,
  ids: string[],
  messageId: string,
  grace: number,
): Promise<string[]> {
  const { rows } = await worker.query<{ id: string }>(
    `update platform.mail set status = 'sending', message_id = $2, claimed_at = now(), attempts = attempts + 1
     where id = any($1) and (status = 'waiting' or status = 'sending' and claimed_at < now() - make_interval(secs => $3))
     returning id`,
    [ids, messageId, grace],
  )
  return rows.map(row => row.id)
}

/** Sent: what the mail said is not needed any more. */
export async function markSent(worker: pg.Pool, ids: string[]): Promise<void> {
  await worker.query(
    `update platform.mail set status = 'sent', settled_at = now(), values = '{}', link = null where id = any($1)`,
    [ids],
  )
}

/** Not sent, to be tried again under the same Message-ID. */
export async function putBack(worker: pg.Pool, ids: string[]): Promise<void> {
  await worker.query(`update platform.mail set status = 'waiting' where id = any($1)`, [ids])
}

/** Never to be sent. */
export async function drop(
  worker: pg.Pool,
  ids: string[],
  because: 'no-address' | 'not-wanted' | 'erased',
): Promise<void> {
  await worker.query(
    `update platform.mail set status = 'dropped', dropped_because = $2, settled_at = now(), values = '{}', link = null
     where id = any($1)`,
    [ids, because],
  )
}

type Ended = { umbrella: string | null; id: string; templates: readonly string[] }

/**
 * Forgets who was sent mails of these templates about what has ended; those that wait are not sent. False when one of them is
 * being sent at this moment.
 */
export async function forgetMail(worker: pg.Pool, { umbrella, id, templates }: Ended): Promise<boolean> {
  const about = "m.umbrella_id = $1 and split_part(m.event, ' ', 2) = $2 and m.template = any($3)"
  const values = [umbrella, id, templates]
  await worker.query(`delete from platform.mail m where ${about} and m.status <> 'sending'`, values)
  const { rowCount } = await worker.query(`select from platform.mail m where ${about}`, values)
  return rowCount === 0
}
