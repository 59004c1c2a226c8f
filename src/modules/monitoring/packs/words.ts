import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { Addressee, PackKind, PackStatus } from '../schema/packs.ts'
import type { PackField } from './draft.ts'
import type { FindingKind } from './propose-redactions.ts'

export const kindWords = {
  odihr: 'monitoring.pack.kind.odihr',
  complaint: 'monitoring.pack.kind.complaint',
  commissioner: 'monitoring.pack.kind.commissioner',
} as const satisfies Record<PackKind, MessageKey>

export const kindLeads = {
  odihr: 'monitoring.pack.lead.odihr',
  complaint: 'monitoring.pack.lead.complaint',
  commissioner: 'monitoring.pack.lead.commissioner',
} as const satisfies Record<PackKind, MessageKey>

export const statusWords = {
  draft: 'monitoring.pack.status.draft',
  asked: 'monitoring.pack.status.asked',
  final: 'monitoring.pack.status.final',
  handed_over: 'monitoring.pack.status.handedOver',
  ended: 'monitoring.pack.status.ended',
} as const satisfies Record<PackStatus, MessageKey>

export const statusTones: Record<PackStatus, Tone> = {
  draft: 'neutral',
  asked: 'accent',
  final: 'good',
  handed_over: 'good',
  ended: 'neutral',
}

export const addresseeWords = {
  police: 'monitoring.pack.addressee.police',
  prosecutor: 'monitoring.pack.addressee.prosecutor',
  ua_commissioner: 'monitoring.pack.addressee.uaCommissioner',
  pl_commissioner: 'monitoring.pack.addressee.plCommissioner',
} as const satisfies Record<Addressee, MessageKey>

export const fieldWords = {
  description: 'monitoring.pack.field.description',
  office: 'monitoring.pack.field.office',
  sender: 'monitoring.pack.field.sender',
  facts: 'monitoring.pack.field.facts',
  victims: 'monitoring.pack.field.victims',
  motive: 'monitoring.pack.field.motive',
  evidence: 'monitoring.pack.field.evidence',
  response: 'monitoring.pack.field.response',
  request: 'monitoring.pack.field.request',
} as const satisfies Record<PackField, MessageKey>

export const fieldHints: Partial<Record<PackField, MessageKey>> = {
  description: 'monitoring.pack.field.descriptionHint',
  victims: 'monitoring.pack.field.victimsHint',
  office: 'monitoring.pack.field.officeHint',
  sender: 'monitoring.pack.field.senderHint',
}

export const findingWords = {
  email: 'monitoring.pack.finding.email',
  phone: 'monitoring.pack.finding.phone',
  name: 'monitoring.pack.finding.name',
  house: 'monitoring.pack.finding.house',
  birth: 'monitoring.pack.finding.birth',
} as const satisfies Record<FindingKind, MessageKey>

type When = { month: string | null; monthUntil: string | null; precision: string }

const monthIn = (i18n: I18n, first: string) =>
  Temporal.PlainDate.from(first).toLocaleString(i18n.lang, { month: 'long', year: 'numeric' })

/** When it was, as a letter says it: never the day. */
export function whenWords(i18n: I18n, { month, monthUntil, precision }: When): string {
  if (month === null) return i18n.t('monitoring.incident.notKnown')
  if (precision === 'half_year') {
    const half = month.slice(5, 7) === '01' ? 'first' : 'second'
    return i18n.t('monitoring.incident.halfYear', { half, year: month.slice(0, 4) })
  }
  const last = monthUntil !== null && monthUntil !== month ? ` – ${monthIn(i18n, monthUntil)}` : ''
  return monthIn(i18n, month) + last
}
