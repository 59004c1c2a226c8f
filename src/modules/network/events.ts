import { event } from '#platform/events.ts'
import type { Form } from './schema/memberships.ts'

/** A member joined: it may act, and vote unless it is a partner, from today on. */
export const membershipStarted = event<{ membership: string; form: Form }>('membership.started')

/** A membership ended on this day (ISO): nobody acts for it any more. Mandates, posts and offers have ended already. */
export const membershipEnded = event<{ membership: string; day: string }>('membership.ended')

/** A mandate of the member was confirmed or ended. */
export const mandateChanged = event<{ membership: string; mandate: string }>('mandate.changed')

/** The objection period of an application is over and an objection stands: the members decide. */
export const applicationContested = event<{ application: string }>('application.contested')

/** A person was proposed for a post, and the members shall be asked. */
export const appointmentAsked = event<{ appointment: string }>('appointment.asked')

/** The person, or whoever proposed them, took that back before it was decided. */
export const appointmentWithdrawn = event<{ appointment: string }>('appointment.withdrawn')

/** The applicant took an application back before it was decided. */
export const applicationWithdrawn = event<{ application: string }>('application.withdrawn')
