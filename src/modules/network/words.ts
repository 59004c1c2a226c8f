import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { ApplicationStatus } from './schema/admission.ts'
import type { Basis, Form, MandateRole, MandateStatus, MembershipStatus } from './schema/memberships.ts'

/** What things of the admission are called, by code. */
export const formWords = {
  collective: 'network.membership.form.collective',
  individual: 'network.membership.form.individual',
  agreement: 'network.membership.form.agreement',
} as const satisfies Record<Form, MessageKey>

export const membershipWords = {
  active: 'network.membership.status.active',
  suspended: 'network.membership.status.suspended',
  ended: 'network.membership.status.ended',
} as const satisfies Record<MembershipStatus, MessageKey>

export const membershipTones = {
  active: 'good',
  suspended: 'warn',
  ended: 'neutral',
} as const satisfies Record<MembershipStatus, Tone>

export const applicationWords = {
  draft: 'network.application.status.draft',
  published: 'network.application.status.published',
  contested: 'network.application.status.contested',
  admitted: 'network.application.status.admitted',
  refused: 'network.application.status.refused',
  withdrawn: 'network.application.status.withdrawn',
} as const satisfies Record<ApplicationStatus, MessageKey>

export const applicationTones = {
  draft: 'neutral',
  published: 'accent',
  contested: 'warn',
  admitted: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<ApplicationStatus, Tone>

export const mandateRoleWords = {
  primary: 'network.mandate.role.primary',
  deputy: 'network.mandate.role.deputy',
} as const satisfies Record<MandateRole, MessageKey>

export const mandateWords = {
  proposed: 'network.mandate.status.proposed',
  confirmed: 'network.mandate.status.confirmed',
  refused: 'network.mandate.status.refused',
  ended: 'network.mandate.status.ended',
} as const satisfies Record<MandateStatus, MessageKey>

export const basisWords = {
  not_widely_represented: 'network.basis.notWidelyRepresented',
  no_formal_organisation: 'network.basis.noFormalOrganisation',
} as const satisfies Record<Basis, MessageKey>
