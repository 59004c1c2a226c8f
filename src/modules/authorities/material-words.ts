import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { MaterialKind, MaterialStatus } from './schema/materials.ts'

export const materialKindWords = {
  agreement: 'authorities.material.kind.agreement',
  event: 'authorities.material.kind.event',
  report: 'authorities.material.kind.report',
  analysis: 'authorities.material.kind.analysis',
  other: 'authorities.material.kind.other',
} as const satisfies Record<MaterialKind, MessageKey>

export const materialStatusWords = {
  draft: 'authorities.material.status.draft',
  published: 'authorities.material.status.published',
  withdrawn: 'authorities.material.status.withdrawn',
} as const satisfies Record<MaterialStatus, MessageKey>

export const materialTones: Record<MaterialStatus, Tone> = {
  draft: 'warn',
  published: 'good',
  withdrawn: 'neutral',
}
