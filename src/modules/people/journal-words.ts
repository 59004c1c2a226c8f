import type { MessageKey } from '#platform/i18n/index.ts'

/** How the journal tells what this room records. */
export const journalWords = {
  'people.umbrella_founded': 'people.journal.umbrellaFounded',
  'people.umbrella_settled': 'people.journal.umbrellaSettled',
  'people.act_proposed': 'people.journal.actProposed',
  'people.act_confirmed': 'people.journal.actConfirmed',
  'people.act_refused': 'people.journal.actRefused',
  'people.act_withdrawn': 'people.journal.actWithdrawn',
  'people.role_granted': 'people.journal.roleGranted',
  'people.role_revoked': 'people.journal.roleRevoked',
  'people.invited': 'people.journal.invited',
  'people.invitation_accepted': 'people.journal.invitationAccepted',
  'people.invitation_withdrawn': 'people.journal.invitationWithdrawn',
  'people.team_key_made': 'people.vault.journal.keyMade',
  'people.team_key_renewed': 'people.vault.journal.keyRenewed',
  'people.team_key_shared': 'people.vault.journal.keyShared',
  'people.team_key_prepared': 'people.vault.journal.keyPrepared',
  'people.recovery_share_handed': 'people.vault.journal.shareHanded',
  'vault.custodians_appointed': 'people.vault.journal.custodians',
  'vault.recovery_asked': 'people.vault.journal.recoveryAsked',
  'vault.recovery_stopped': 'people.vault.journal.recoveryStopped',
  'vault.recovery_completed': 'people.vault.journal.recoveryCompleted',
} as const satisfies Record<string, MessageKey>
