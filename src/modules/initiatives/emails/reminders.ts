import type { Tx } from '#platform/database/scope.ts'
import type { MailCategory, MailTemplate } from '#platform/mail/index.ts'
import { type LetterFacts, letterOf, send } from './letter.ts'

const voting = letterOf('voting_reminder', {
  subject: 'initiatives.board.mail.voting.subject',
  text: 'initiatives.board.mail.voting.text',
  action: 'initiatives.mail.readDecision',
})
const closing = letterOf('closing_reminder', {
  subject: 'initiatives.board.mail.closing.subject',
  text: 'initiatives.board.mail.closing.text',
  action: 'initiatives.mail.readDecision',
})

export const reminderMails = [voting, closing]

type Reminder = { number: number; title: Record<string, string>; until: string; about: string }

const remind =
  (letter: MailTemplate<LetterFacts>, category: MailCategory) =>
  (tx: Tx, persons: string[], { number, title, until, about }: Reminder) =>
    send(tx, persons, {
      letter,
      about,
      category,
      facts: { decision: number, title, until },
      link: `/decisions/${number}`,
    })

/** In the digest that the person chose: there is a week at least. */
export const remindOfVoting = remind(voting, 'news')

/** At once, or a weekly digest would bring it too late. */
export const remindOfClosing = remind(closing, 'soon')
