import type { MessageKey } from '#platform/i18n/index.ts'
import type { TeamKind } from '#platform/vault/index.ts'

/** How each team is called. */
export const teamWords = {
  monitor: 'people.vault.team.monitor',
  lawyer: 'people.vault.team.lawyer',
  operator: 'people.vault.team.operator',
} as const satisfies Record<TeamKind, MessageKey>
