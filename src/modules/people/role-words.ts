import type { Role } from '#platform/http/viewer.ts'
import type { I18n, MessageKey } from '#platform/i18n/index.ts'

const roleKeys = {
  coordinator: 'people.role.coordinator',
  monitor: 'people.role.monitor',
  lawyer: 'people.role.lawyer',
  operator: 'people.role.operator',
  officer: 'people.role.officer',
} as const satisfies Record<Role, MessageKey>

/** All roles, in the order in which they are shown. */
export const roleNames = Object.keys(roleKeys) as Role[]

/** Roles that an umbrella gives. Officers answer for a public body, in every umbrella that writes to it: its terms say who. */
export const umbrellaRoles = roleNames.filter(role => role !== 'officer')

/** The name of a role, in the reader's language. */
export const roleWord = (i18n: I18n, role: Role): string => i18n.t(roleKeys[role])

/** How a person is shown. People who have not signed in yet have no name, people who were erased have none any more. */
export function personWord(
  i18n: I18n,
  person: { name: string; erased?: boolean } | null | undefined,
): string {
  if (person?.name) return person.name
  return i18n.t(person?.erased ? 'people.person.erased' : 'people.person.unnamed')
}
