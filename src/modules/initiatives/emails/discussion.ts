import { nameOf, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { MailCategory } from '#platform/mail/index.ts'
import { letterOf, send } from './letter.ts'

const question = letterOf('question_asked', {
  subject: 'initiatives.mail.question.subject',
  text: 'initiatives.mail.question.text',
  action: 'initiatives.mail.readComment',
})
const answered = letterOf('comment_answered', {
  subject: 'initiatives.mail.commentAnswered.subject',
  text: 'initiatives.mail.commentAnswered.text',
  action: 'initiatives.mail.readComment',
})
const redacted = letterOf('comment_redacted', {
  subject: 'initiatives.mail.redacted.subject',
  text: 'initiatives.mail.redacted.text',
  action: 'initiatives.mail.readComment',
})
const challenged = letterOf('scope_challenged', {
  subject: 'initiatives.mail.scopeChallenged.subject',
  text: 'initiatives.mail.scopeChallenged.text',
  action: 'initiatives.mail.readInitiative',
})
const scopeReply = letterOf('scope_answered', {
  subject: 'initiatives.mail.scopeAnswered.subject',
  text: 'initiatives.mail.scopeAnswered.text',
  action: 'initiatives.mail.readInitiative',
})

export const discussionMails = [question, answered, redacted, challenged, scopeReply]

type Telling = { about: string; number: number; to: string; by?: string; place: string }

async function tellMember(
  tx: Tx,
  letter: typeof question,
  { about, number, to, by, place }: Telling,
  category: MailCategory,
): Promise<void> {
  await send(tx, await peopleOfMember(tx, to), {
    letter,
    about: `${about} ${to}`,
    facts: { initiative: number, ...(by ? { member: await nameOf(tx, by) } : {}) },
    category,
    link: `/initiatives/${number}${place}`,
  })
}

type Said = { comment: string; number: number; to: string; by: string }

const ofComment = ({ comment, ...said }: Said): Telling => ({
  ...said,
  about: comment,
  place: `#comment-${comment}`,
})

/** A question waits for the initiator. A member that asks itself is told nothing. */
export async function questionAsked(tx: Tx, said: Said): Promise<void> {
  if (said.to !== said.by) await tellMember(tx, question, ofComment(said), 'news')
}

export async function commentAnswered(tx: Tx, said: Said): Promise<void> {
  if (said.to !== said.by) await tellMember(tx, answered, ofComment(said), 'news')
}

/** Two coordinators took the words of a comment out of sight: its member is told. */
export const commentRedacted = (
  tx: Tx,
  { comment, number, to }: { comment: string; number: number; to: string },
) => tellMember(tx, redacted, { about: comment, number, to, place: `#comment-${comment}` }, 'asked')

type Doubt = { challenge: string; number: number; to: string; by: string }

export const scopeChallenged = (tx: Tx, { challenge, ...doubt }: Doubt) =>
  tellMember(tx, challenged, { ...doubt, about: challenge, place: '#scope' }, 'asked')

export const scopeAnswered = (tx: Tx, { challenge, ...doubt }: Doubt) =>
  tellMember(tx, scopeReply, { ...doubt, about: challenge, place: '#scope' }, 'asked')
