import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { TextPart } from './initiative-text.ts'
import type { AmendmentStatus, Stance } from './schema/discussion.ts'
import type { InitiativeStatus, TranslationState, VersionKind } from './schema/initiatives.ts'

/** What states, parts and kinds are called. */
export const statusWords = {
  draft: 'initiatives.status.draft',
  discussion: 'initiatives.status.discussion',
  decision: 'initiatives.status.decision',
  supported: 'initiatives.status.supported',
  not_supported: 'initiatives.status.notSupported',
  withdrawn: 'initiatives.status.withdrawn',
} as const satisfies Record<InitiativeStatus, MessageKey>

export const statusTones: Record<InitiativeStatus, Tone> = {
  draft: 'neutral',
  discussion: 'accent',
  decision: 'warn',
  supported: 'good',
  not_supported: 'neutral',
  withdrawn: 'neutral',
}

export const partWords = {
  title: 'initiatives.part.title',
  need: 'initiatives.part.need',
  goals: 'initiatives.part.goals',
  beneficiaries: 'initiatives.part.beneficiaries',
  asked: 'initiatives.part.asked',
  plan: 'initiatives.part.plan',
} as const satisfies Record<TextPart, MessageKey>

export const partHints = {
  title: 'initiatives.part.titleHint',
  need: 'initiatives.part.needHint',
  goals: 'initiatives.part.goalsHint',
  beneficiaries: 'initiatives.part.beneficiariesHint',
  asked: 'initiatives.part.askedHint',
  plan: 'initiatives.part.planHint',
} as const satisfies Record<TextPart, MessageKey>

export const stanceWords = {
  for: 'initiatives.stance.for',
  against: 'initiatives.stance.against',
  question: 'initiatives.stance.question',
} as const satisfies Record<Stance, MessageKey>

export const stanceTones: Record<Stance, Tone> = { for: 'good', against: 'bad', question: 'accent' }

export const versionWords = {
  published: 'initiatives.version.published',
  revision: 'initiatives.version.revision',
  amendment: 'initiatives.version.amendment',
  correction: 'initiatives.version.correction',
  translation: 'initiatives.version.translation',
} as const satisfies Record<VersionKind, MessageKey>

export const amendmentWords = {
  open: 'initiatives.amendment.open',
  accepted: 'initiatives.amendment.accepted',
  refused: 'initiatives.amendment.refused',
  withdrawn: 'initiatives.amendment.withdrawn',
} as const satisfies Record<AmendmentStatus, MessageKey>

export const amendmentTones: Record<AmendmentStatus, Tone> = {
  open: 'warn',
  accepted: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
}

export const translationWords = {
  original: 'initiatives.translation.original',
  machine: 'initiatives.translation.machine',
  checked: 'initiatives.translation.checked',
} as const satisfies Record<TranslationState, MessageKey>
