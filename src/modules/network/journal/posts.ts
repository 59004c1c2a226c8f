import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells posts. */
export const postJournal = {
  'network.post_created': 'network.journal.postCreated',
  'network.post_changed': 'network.journal.postChanged',
  'network.post_closed': 'network.journal.postClosed',
  'network.post_handed_over': 'network.journal.postHandedOver',
  'network.appointment_asked': 'network.journal.appointmentAsked',
  'network.appointment_not_supported': 'network.journal.appointmentNotSupported',
  'network.appointment_lapsed': 'network.journal.appointmentLapsed',
  'network.appointment_withdrawn': 'network.journal.appointmentWithdrawn',
  'network.post_vacated': 'network.journal.postVacated',
} as const satisfies Record<string, MessageKey>
