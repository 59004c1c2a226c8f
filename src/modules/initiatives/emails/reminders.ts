import type { Tx } from '#platform/database/scope.ts'
import type { MailCategory, MailTemplate } from '#platform/mail/index.ts'
import { type LetterFacts, letterOf, send } from './letter.ts'

// Who got one had not voted: nobody needs to know that once the decision has ended.
const passing = true

const voting: MailTemplate<LetterFacts> = {
  ...letterOf('voting_reminder', {
    subject: 'initiatives.board.mail.voting.subject',
    text: 'initiatives.board.mail.voting.text',
    action: 'initiatives.mail.readDecision',
  }),
  passing,
}
const closing: MailTemplate<LetterFacts> = {
  ...letterOf('closing_reminder', {
    subject: 'initiatives.board.mail.closing.subject',
    text: 'initiatives.board.mail.closing.text',
    action: 'initiatives.mail.readDecision',
  }),
  passing,
}

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
