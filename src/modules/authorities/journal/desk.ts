/** How the journal tells of the people who answer for public bodies, and of what they and the senders write. */
export const deskJournal = {
  'authorities.officer_named': 'authorities.journal.officerNamed',
  'authorities.officer_term_ended': 'authorities.journal.officerTermEnded',
  'authorities.message_written': 'authorities.journal.messageWritten',
} as const
