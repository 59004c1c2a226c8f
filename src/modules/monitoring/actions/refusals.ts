import type { MessageKey } from '#platform/i18n/index.ts'

/** What the database refuses when incidents, their sources and codings change, as sentences. */
export const incidentRefusals = {
  being_coded: 'monitoring.incident.refusal.beingCoded',
  verification_standard: 'monitoring.incident.refusal.standsBecauseOfIt',
  duplicate_of_original: 'monitoring.incident.refusal.originalIsDuplicate',
  term_is_known: 'monitoring.incident.refusal.termEnded',
  two_coders: 'monitoring.coding.refusal.twoCoders',
  one_coding_each: 'monitoring.coding.refusal.begunElsewhere',
} as const satisfies Record<string, MessageKey>
