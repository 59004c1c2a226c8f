import { isCoordinator, isInside, type Viewer } from '#platform/http/viewer.ts'

/** Councils are recorded by the secretariat. */
export const canRecordCouncils = (viewer: Viewer) => isCoordinator(viewer)

/** Documents, attendance, conflicts of interest and reports are for those inside. */
export const seesInside = (viewer: Viewer) => isInside(viewer)

/** Whoever is signed in may keep a council: the database knows its chair and secretary. */
export const mayKeep = (viewer: Viewer, council: { keeps: boolean }) =>
  viewer.account !== null && council.keeps

/** An organisation applies while the call is open: by its representative, or entered out of its letter. */
export const canApply = (viewer: Viewer, formation: { open: boolean; keeps: boolean }) =>
  formation.open && (formation.keeps || viewer.capacities.length > 0)

type Seated = { own: boolean }
type Course = { status: string; over: boolean }

/** A seat holder answers an invitation until the session begins. */
export const canReply = ({ own }: Seated, { status, over }: Course) => own && status === 'invited' && !over

/** A conflict of interest is declared before the vote, by the seat holder or by who keeps the council. */
export const canDeclareConflict = (
  session: Course & { keeps: boolean; attendants: readonly Seated[]; items: readonly unknown[] },
) =>
  session.status !== 'cancelled' &&
  session.items.length > 0 &&
  (session.keeps || session.attendants.some(({ own }) => own))

/** The coalition's delegate reports after a session that was held. */
export const canReport = (session: Course & { attendants: readonly (Seated & { delegate: boolean })[] }) =>
  session.status === 'held' && session.attendants.some(({ own, delegate }) => own && delegate)
