import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { DecisionSubject } from './queries/decision-subject.ts'
import type { AppealStatus } from './schema/appeals.ts'
import type { ProposalKind, ProposalStatus } from './schema/proposals.ts'
import type { SecretChoice } from './schema/secret.ts'

/** What states and kinds of proposals, appeals and secret ballots are called. */
export const proposalWords = {
  discussion: 'initiatives.change.status.discussion',
  decision: 'initiatives.change.status.decision',
  adopted: 'initiatives.change.status.adopted',
  not_adopted: 'initiatives.change.status.notAdopted',
  withdrawn: 'initiatives.change.status.withdrawn',
} as const satisfies Record<ProposalStatus, MessageKey>

export const proposalTones: Record<ProposalStatus, Tone> = {
  discussion: 'accent',
  decision: 'warn',
  adopted: 'good',
  not_adopted: 'neutral',
  withdrawn: 'neutral',
}

export const proposalKindWords = {
  values: 'initiatives.change.kind.values',
  rules: 'initiatives.change.kind.rules',
  goal: 'initiatives.change.kind.goal',
} as const satisfies Record<ProposalKind, MessageKey>

export const appealWords = {
  gathering: 'initiatives.appeal.status.gathering',
  standing: 'initiatives.appeal.status.standing',
  upheld: 'initiatives.appeal.status.upheld',
  rejected: 'initiatives.appeal.status.rejected',
  withdrawn: 'initiatives.appeal.status.withdrawn',
} as const satisfies Record<AppealStatus, MessageKey>

export const appealTones: Record<AppealStatus, Tone> = {
  gathering: 'accent',
  standing: 'warn',
  upheld: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

export const secretWords = {
  yes: 'initiatives.secret.yes',
  no: 'initiatives.secret.no',
  abstain: 'initiatives.secret.abstain',
} as const satisfies Record<SecretChoice, MessageKey>

export const subjectWords = {
  application: 'initiatives.subject.application',
  post: 'initiatives.subject.post',
  proposal: 'initiatives.subject.proposal',
  appeal: 'initiatives.subject.appeal',
} as const satisfies Record<DecisionSubject['kind'], MessageKey>
