import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Act, ActDefinition } from '#platform/http/module.ts'
import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import { applyRoleAct } from './actions/apply-role-act.ts'
import { personFace } from './queries/roles.ts'
import { personWord, roleNames, roleWord } from './role-words.ts'

const rolePayload = z.object({ role: z.enum(roleNames as [string, ...string[]]) })

/** The role that an act grants or takes. */
const roleOf = (act: Act) => rolePayload.parse(act.payload).role as (typeof roleNames)[number]

async function describe(tx: Tx, act: Act, i18n: I18n) {
  const person = personWord(i18n, await personFace(tx, act.subject))
  return { values: { person, role: roleWord(i18n, roleOf(act)) }, path: '/roles' }
}

const definition = (kind: 'people.grant_role' | 'people.revoke_role', label: MessageKey): ActDefinition => ({
  kind,
  label,
  describe,
  apply: (tx, act) => applyRoleAct(tx, kind, act, roleOf(act)),
})

/** Granting and taking roles: the two-person acts of this room. */
export const roleActs: ActDefinition[] = [
  definition('people.grant_role', 'people.act.grantRole'),
  definition('people.revoke_role', 'people.act.revokeRole'),
]
