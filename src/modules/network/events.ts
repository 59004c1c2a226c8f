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

/** The applicant took an application back before it was decided. */
export const applicationWithdrawn = event<{ application: string }>('application.withdrawn')
