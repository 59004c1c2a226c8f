import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells admission, membership and mandates. */
export const admissionJournal = {
  'network.application_submitted': 'network.journal.applicationSubmitted',
  'network.application_read': 'network.journal.applicationRead',
  'network.application_withdrawn': 'network.journal.applicationWithdrawn',
  'network.application_contested': 'network.journal.applicationContested',
  'network.application_overtaken': 'network.journal.applicationOvertaken',
  'network.application_refused': 'network.journal.applicationRefused',
  'network.application_reopened': 'network.journal.applicationReopened',
  'network.admission_set_aside': 'network.journal.admissionSetAside',
  'network.objection_raised': 'network.journal.objectionRaised',
  'network.objection_withdrawn': 'network.journal.objectionWithdrawn',
  'network.membership_started': 'network.journal.membershipStarted',
  'network.membership_ended': 'network.journal.membershipEnded',
  'network.membership_suspended': 'network.journal.membershipSuspended',
  'network.membership_reactivated': 'network.journal.membershipReactivated',
  'network.leaving_announced': 'network.journal.leavingAnnounced',
  'network.leaving_taken_back': 'network.journal.leavingTakenBack',
  'network.mandate_proposed': 'network.journal.mandateProposed',
  'network.mandate_confirmed': 'network.journal.mandateConfirmed',
  'network.mandate_refused': 'network.journal.mandateRefused',
  'network.mandate_ended': 'network.journal.mandateEnded',
  'network.profile_changed': 'network.journal.profileChanged',
  'network.profile_confirmed': 'network.journal.profileConfirmed',
} as const satisfies Record<string, MessageKey>
