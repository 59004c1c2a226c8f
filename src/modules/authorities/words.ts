import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { BodyLevel } from './forms/bodies.ts'
import type { BodyKind, Jurisdiction } from './schema/bodies.ts'
import type {
  CommunicationKind,
  CommunicationStatus,
  Direction,
  Resolution,
} from './schema/communications.ts'
import type { DraftActKind } from './schema/draft-acts.ts'
import type { ResponseForm } from './schema/steps.ts'

export const kindWords = {
  violation: 'authorities.kind.violation',
  appeal: 'authorities.kind.appeal',
  information_request: 'authorities.kind.informationRequest',
  recommendation: 'authorities.kind.recommendation',
  expert_opinion: 'authorities.kind.expertOpinion',
  draft_act: 'authorities.kind.draftAct',
  petition: 'authorities.kind.petition',
  complaint: 'authorities.kind.complaint',
} as const satisfies Record<CommunicationKind, MessageKey>

export const directionWords = {
  prevention: 'authorities.direction.prevention',
  harmonisation: 'authorities.direction.harmonisation',
  restoration: 'authorities.direction.restoration',
  education: 'authorities.direction.education',
} as const satisfies Record<Direction, MessageKey>

export const statusWords = {
  draft: 'authorities.status.draft',
  signing: 'authorities.status.signing',
  sent: 'authorities.status.sent',
  registered: 'authorities.status.registered',
  clarifying: 'authorities.status.clarifying',
  considering: 'authorities.status.considering',
  forwarded: 'authorities.status.forwarded',
  returned: 'authorities.status.returned',
  answered: 'authorities.status.answered',
  closed: 'authorities.status.closed',
  withdrawn: 'authorities.status.withdrawn',
} as const satisfies Record<CommunicationStatus, MessageKey>

export const statusTones: Record<CommunicationStatus, Tone> = {
  draft: 'neutral',
  signing: 'accent',
  sent: 'accent',
  registered: 'accent',
  clarifying: 'warn',
  considering: 'accent',
  forwarded: 'accent',
  returned: 'warn',
  answered: 'good',
  closed: 'neutral',
  withdrawn: 'neutral',
}

export const resolutionWords = {
  granted: 'authorities.resolution.granted',
  partly_granted: 'authorities.resolution.partlyGranted',
  refused: 'authorities.resolution.refused',
  explained: 'authorities.resolution.explained',
  forwarded: 'authorities.resolution.forwarded',
  returned: 'authorities.resolution.returned',
  no_answer: 'authorities.resolution.noAnswer',
  withdrawn: 'authorities.resolution.withdrawn',
} as const satisfies Record<Resolution, MessageKey>

export const actKindWords = {
  constitutional_submission: 'authorities.act.kind.constitutionalSubmission',
  submission: 'authorities.act.kind.submission',
  bill: 'authorities.act.kind.bill',
  regulation: 'authorities.act.kind.regulation',
  local_act: 'authorities.act.kind.localAct',
  decision: 'authorities.act.kind.decision',
  other: 'authorities.act.kind.other',
} as const satisfies Record<DraftActKind, MessageKey>

export const bodyKindWords = {
  parliament: 'authorities.body.kind.parliament',
  commissioner: 'authorities.body.kind.commissioner',
  government: 'authorities.body.kind.government',
  ministry: 'authorities.body.kind.ministry',
  agency: 'authorities.body.kind.agency',
  regional_administration: 'authorities.body.kind.regionalAdministration',
  local_council: 'authorities.body.kind.localCouncil',
  local_executive: 'authorities.body.kind.localExecutive',
  court: 'authorities.body.kind.court',
  prosecutor: 'authorities.body.kind.prosecutor',
  police: 'authorities.body.kind.police',
  public_institution: 'authorities.body.kind.publicInstitution',
  eu_institution: 'authorities.body.kind.euInstitution',
  eu_agency: 'authorities.body.kind.euAgency',
  intergovernmental: 'authorities.body.kind.intergovernmental',
  other: 'authorities.body.kind.other',
} as const satisfies Record<BodyKind, MessageKey>

export const kindHints = {
  violation: 'authorities.letter.kindHint.violation',
  appeal: 'authorities.letter.kindHint.appeal',
  information_request: 'authorities.letter.kindHint.informationRequest',
  recommendation: 'authorities.letter.kindHint.recommendation',
  expert_opinion: 'authorities.letter.kindHint.expertOpinion',
  draft_act: 'authorities.letter.kindHint.draftAct',
  petition: 'authorities.letter.kindHint.petition',
  complaint: 'authorities.letter.kindHint.complaint',
} as const satisfies Record<CommunicationKind, MessageKey>

export const jurisdictionWords = {
  UA: 'authorities.body.jurisdiction.UA',
  PL: 'authorities.body.jurisdiction.PL',
  EU: 'authorities.body.jurisdiction.EU',
  INT: 'authorities.body.jurisdiction.INT',
} as const satisfies Record<Jurisdiction, MessageKey>

export const levelWords = {
  local: 'authorities.body.level.local',
  regional: 'authorities.body.level.regional',
  national: 'authorities.body.level.national',
  international: 'authorities.body.level.international',
} as const satisfies Record<BodyLevel, MessageKey>

/** Forms and ways of response. */
export const formWords = {
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
