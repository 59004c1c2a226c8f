import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import type { Role, Viewer } from '#platform/http/viewer.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { coordinators, heldRoles, peopleOfUmbrella } from '../queries/roles.ts'
import { proposeAct } from './propose-act.ts'

type RoleChange = { act: 'grant' | 'revoke'; person: string; role: Role; reason: string }

/** Proposes to grant or to take a role, of a person who belongs to the umbrella. */
export async function proposeRole(
  tx: Tx,
  viewer: Viewer,
  change: RoleChange,
): Promise<Outcome<{ id: string }>> {
  const { act, person, role, reason } = change
  found((await peopleOfUmbrella(tx)).find(({ id }) => id === person))
  const holds = (await heldRoles(tx)).some(held => held.person.id === person && held.role === role)
  if (act === 'grant' && holds) return refuse('people.refused.hasRole')
  if (act === 'revoke' && !holds) return refuse('people.refused.hasNotRole')
  if (act === 'revoke' && role === 'coordinator' && (await coordinators(tx)).length <= 2) {
    return refuse('people.refused.lastCoordinators')
  }
  const kind = act === 'grant' ? 'people.grant_role' : 'people.revoke_role'
  return proposeAct(tx, viewer, { kind, subject: person, payload: { role }, reason, about: [person] })
}
