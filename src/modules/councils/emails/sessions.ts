import type { Tx } from '#platform/database/scope.ts'
import type { Sitting } from '../actions/keep-session.ts'
import { seated } from '../queries/seated-accounts.ts'
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

const tell = (letter: typeof invited) => async (tx: Tx, sitting: Sitting) => {
  const { id, number, council } = sitting
  const people = await seated(tx, sitting.id)
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
