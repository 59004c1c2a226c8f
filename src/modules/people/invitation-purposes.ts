import type { Tx } from '#platform/database/scope.ts'
import type { InvitationPurpose, Module } from '#platform/http/module.ts'
import type { I18n } from '#platform/i18n/index.ts'
import { willingToCoordinate } from './emails/willing.ts'
import type { StoredInvitation } from './queries/invitations.ts'

/** What one can be invited to in this program, by purpose. Throws when two rooms define one. */
export function invitationPurposes(modules: readonly Module[]): Map<string, InvitationPurpose> {
  const purposes = new Map<string, InvitationPurpose>()
  for (const definition of modules.flatMap(module => module.invitations ?? [])) {
    if (purposes.has(definition.purpose)) throw new Error(`two rooms invite as ${definition.purpose}`)
    purposes.set(definition.purpose, definition)
  }
  return purposes
}

/** To what an invitation invites, in words. */
export async function describeInvitation(
  tx: Tx,
  i18n: I18n,
  purpose: InvitationPurpose | undefined,
  { id, payload, invitedBy }: StoredInvitation,
): Promise<string> {
  if (!purpose) return i18n.t('people.invitations.unknown')
  return i18n.t(purpose.label, await purpose.values?.(tx, { id, payload, invitedBy }, i18n))
}

/**
 * To coordinate. Accepting makes nobody a coordinator: the person belongs to the umbrella from now on, and two
 * coordinators can give the role.
 */
export const coordinatorInvitation: InvitationPurpose = {
  purpose: 'coordinator',
  label: 'people.invitations.toCoordinate',
  accept: async (tx, { id, invitedBy }) => {
    await willingToCoordinate(tx, { invitation: id, inviter: invitedBy })
    return { ok: true }
  },
}
