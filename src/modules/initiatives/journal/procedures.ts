import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells changes of rules and goals, and appeals. */
export const procedureJournal = {
  'initiatives.change_proposed': 'initiatives.change.journal.proposed',
  'initiatives.change_revised': 'initiatives.change.journal.revised',
  'initiatives.change_withdrawn': 'initiatives.change.journal.withdrawn',
  'initiatives.rule_adopted': 'initiatives.rule.journal.adopted',
  'initiatives.text_adopted': 'initiatives.agreed.journal.adopted',
  'initiatives.text_ended': 'initiatives.agreed.journal.ended',
  'initiatives.remark_written': 'initiatives.remark.journal.written',
  'initiatives.remark_withdrawn': 'initiatives.remark.journal.withdrawn',
  'initiatives.remark_redacted': 'initiatives.remark.journal.redacted',
  'initiatives.appeal_raised': 'initiatives.appeal.journal.raised',
  'initiatives.appeal_signed': 'initiatives.appeal.journal.signed',
  'initiatives.appeal_signature_taken_back': 'initiatives.appeal.journal.takenBack',
  'initiatives.appeal_stands': 'initiatives.appeal.journal.stands',
  'initiatives.appeal_withdrawn': 'initiatives.appeal.journal.withdrawn',
  'initiatives.appeal_upheld': 'initiatives.appeal.journal.upheld',
  'initiatives.appeal_rejected': 'initiatives.appeal.journal.rejected',
} as const satisfies Record<string, MessageKey>
