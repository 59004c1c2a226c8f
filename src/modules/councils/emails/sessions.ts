import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Sitting } from '../actions/keep-session.ts'
import { letterOf, send } from './letter.ts'

const invited = letterOf('session_invited', {
  subject: 'councils.mail.invited.subject',
  text: 'councils.mail.invited.text',
  action: 'councils.mail.seeSession',
})
const cancelled = letterOf('session_cancelled', {
  subject: 'councils.mail.cancelled.subject',
  text: 'councils.mail.cancelled.text',
  action: 'councils.mail.seeSession',
})

export const sessionMails = [invited, cancelled]

async function seated(tx: Tx, { id }: Sitting) {
  const { rows } = await tx.execute<{ person: string; at: string; invited: string | null }>(sql`
    select distinct p.account_id as person, to_json(s.starts_at) #>> '{}' as at, to_json(s.invited_at) #>> '{}' as invited
    from councils.sessions s
    join councils.memberships m on (m.umbrella_id, m.council_id) = (s.umbrella_id, s.council_id)
    join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    where s.umbrella_id = platform.current_umbrella() and s.id = ${id} and p.account_id is not null
      and councils.runs(m.start_date, m.end_date)`)
  return rows
}

const tell = (letter: typeof invited) => async (tx: Tx, sitting: Sitting) => {
  const { id, number, council } = sitting
  const people = await seated(tx, sitting)
  const [first] = people
  if (!first) return
  await send(
    tx,
    people.map(({ person }) => person),
    {
      letter,
      about: `${id} ${first.at}`,
      facts: { council: council.name as Record<string, string>, number, at: first.at },
      category: 'asked',
      link: `/councils/${council.slug}/sessions/${number}`,
    },
  )
}

/** Everybody who sits in the council and has an account is invited; again when the time has changed. */
export const sessionInvited = tell(invited)

/** They are told that it is called off. */
export const sessionCancelled = tell(cancelled)
