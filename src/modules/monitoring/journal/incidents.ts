import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells what was done to incidents; sealed entries, so that nobody reads to which. */
export const incidentJournal = {
  'monitoring.incident_recorded': 'monitoring.incident.journal.recorded',
  'monitoring.facts_changed': 'monitoring.incident.journal.factsChanged',
  'monitoring.source_added': 'monitoring.incident.journal.sourceAdded',
  'monitoring.source_graded': 'monitoring.incident.journal.sourceGraded',
  'monitoring.source_withdrawn': 'monitoring.incident.journal.sourceWithdrawn',
  'monitoring.origin_told': 'monitoring.incident.journal.originTold',
  'monitoring.response_recorded': 'monitoring.incident.journal.responseRecorded',
  'monitoring.response_struck': 'monitoring.incident.journal.responseStruck',
  'monitoring.incident_verified': 'monitoring.incident.journal.verified',
  'monitoring.incident_merged': 'monitoring.incident.journal.merged',
  'monitoring.incident_separated': 'monitoring.incident.journal.separated',
  'monitoring.coding_begun': 'monitoring.coding.journal.begun',
  'monitoring.coding_finished': 'monitoring.coding.journal.finished',
  'monitoring.coding_given_back': 'monitoring.coding.journal.givenBack',
  'monitoring.coding_handed_on': 'monitoring.coding.journal.handedOn',
  'monitoring.codes_taken': 'monitoring.coding.journal.codesTaken',
} as const satisfies Record<string, MessageKey>
