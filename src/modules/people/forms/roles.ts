import * as z from 'zod'
import type { Role } from '#platform/http/viewer.ts'
import { umbrellaRoles } from '../role-words.ts'

const role = z.enum(umbrellaRoles as [Role, ...Role[]])
const reason = z.string().trim().min(1).max(4000)

/** A role to grant to a person, or to take from them. */
export const roleForm = z.object({
  act: z.enum(['grant', 'revoke']),
  person: z.uuid('people.form.choosePerson'),
  role,
  reason,
})
