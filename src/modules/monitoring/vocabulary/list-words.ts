import type { MessageKey } from '#platform/i18n/index.ts'

/** What the vocabularies are called, in the order in which one reads about them. */
export const listWords = {
  layers: 'monitoring.vocabulary.list.layers',
  types: 'monitoring.vocabulary.list.types',
  bias: 'monitoring.vocabulary.list.bias',
  bias_indicators: 'monitoring.vocabulary.list.biasIndicators',
  certainty: 'monitoring.vocabulary.list.certainty',
  targets: 'monitoring.vocabulary.list.targets',
  target_groups: 'monitoring.vocabulary.list.targetGroups',
  perpetrators: 'monitoring.vocabulary.list.perpetrators',
  perpetrator_numbers: 'monitoring.vocabulary.list.perpetratorNumbers',
  involvement: 'monitoring.vocabulary.list.involvement',
  locations: 'monitoring.vocabulary.list.locations',
  severity: 'monitoring.vocabulary.list.severity',
  laws: 'monitoring.vocabulary.list.laws',
  responses: 'monitoring.vocabulary.list.responses',
  actions: 'monitoring.vocabulary.list.actions',
  source_kinds: 'monitoring.vocabulary.list.sourceKinds',
  source_links: 'monitoring.vocabulary.list.sourceLinks',
  reliability: 'monitoring.vocabulary.list.reliability',
  credibility: 'monitoring.vocabulary.list.credibility',
  verification: 'monitoring.vocabulary.list.verification',
  date_precisions: 'monitoring.vocabulary.list.datePrecisions',
  priority: 'monitoring.vocabulary.list.priority',
  odihr: 'monitoring.vocabulary.list.odihr',
} as const satisfies Record<string, MessageKey>

/** The word for a list, where it has one: the code of a list that a later version brings stands for itself. */
export const listWord = (list: string): MessageKey | undefined => listWords[list as keyof typeof listWords]
