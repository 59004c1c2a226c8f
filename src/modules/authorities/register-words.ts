import { fieldsOfWork } from '#modules/network/index.ts'
import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { RegisterFacet } from './forms/register.ts'
import type { Prominence } from './schema/communications.ts'
import type { CommunicationState } from './schema/register.ts'
import type { ResponseForm } from './schema/steps.ts'
import { directionWords, kindWords, resolutionWords, statusWords } from './words.ts'

export const responseFormWords = {
  own_initiative: 'authorities.form.ownInitiative',
  submission: 'authorities.form.submission',
  constitutional_submission: 'authorities.form.constitutionalSubmission',
  explanation_request: 'authorities.form.explanationRequest',
  visit: 'authorities.form.visit',
  court: 'authorities.form.court',
  forwarding: 'authorities.form.forwarding',
  legal_education: 'authorities.form.legalEducation',
  consultation: 'authorities.form.consultation',
  reasoned_refusal: 'authorities.form.reasonedRefusal',
  other: 'authorities.form.other',
} as const satisfies Record<ResponseForm, MessageKey>

export const stateWords = {
  waiting: 'authorities.register.state.waiting',
  overdue: 'authorities.register.state.overdue',
  answered: 'authorities.register.state.answered',
  ended: 'authorities.register.state.ended',
} as const satisfies Record<CommunicationState, MessageKey>

export const stateTones: Record<CommunicationState, Tone> = {
  waiting: 'accent',
  overdue: 'bad',
  answered: 'good',
  ended: 'neutral',
}

export const facetWords = {
  state: 'authorities.register.facet.state',
  kind: 'authorities.register.facet.kind',
  body: 'authorities.register.facet.body',
  direction: 'authorities.register.facet.direction',
  topic: 'authorities.register.facet.topic',
  year: 'authorities.register.facet.year',
  member: 'authorities.register.facet.member',
  status: 'authorities.register.facet.status',
  result: 'authorities.register.facet.result',
} as const satisfies Record<RegisterFacet, MessageKey>

export const prominenceWords = {
  public: 'authorities.publication.prominence.public',
  members: 'authorities.publication.prominence.members',
  parties: 'authorities.publication.prominence.parties',
  hidden: 'authorities.publication.prominence.hidden',
} as const satisfies Record<Prominence, MessageKey>

const valueWords: Partial<Record<RegisterFacet, Record<string, MessageKey>>> = {
  state: stateWords,
  kind: kindWords,
  direction: directionWords,
  status: statusWords,
  result: resolutionWords,
}

/** A value of a facet in the reader's words; `name` is what a body or a member is called. */
export function facetLabel(facet: RegisterFacet, value: string, i18n: I18n, name?: string): string {
  const key = valueWords[facet]?.[value]
  if (key) return i18n.t(key)
  if (facet === 'topic') return fieldsOfWork.label(value, i18n)
  if (facet === 'member' && value === 'coalition') return i18n.t('authorities.register.byCoalition')
  return name ?? value
}
