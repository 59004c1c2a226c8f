import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells of letters before they leave, and of public bodies. */
export const letterJournal = {
  'authorities.draft_begun': 'authorities.letter.journal.begun',
  'authorities.draft_discarded': 'authorities.letter.journal.discarded',
  'authorities.letter_signed': 'authorities.letter.journal.signed',
  'authorities.letter_unsigned': 'authorities.letter.journal.unsigned',
  'authorities.act_begun': 'authorities.act.journal.begun',
  'authorities.act_issued': 'authorities.act.journal.issued',
  'authorities.body_added': 'authorities.body.journal.added',
  'authorities.body_changed': 'authorities.body.journal.changed',
  'authorities.body_succeeded': 'authorities.body.journal.succeeded',
  'authorities.letters_passed_on': 'authorities.body.journal.passedOn',
} as const satisfies Record<string, MessageKey>
