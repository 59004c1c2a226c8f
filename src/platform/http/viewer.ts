/** Roles that a person holds in one umbrella; changed only by two-person acts. */
export type Role = 'coordinator' | 'monitor' | 'lawyer' | 'operator' | 'officer'

/** A member of the umbrella for which the viewer may act today. */
export type Capacity = {
  membership: string
  organisation: string | null
  form: 'collective' | 'individual' | 'agreement'
  mandate: 'primary' | 'deputy' | 'self'
}

/** 1: e-mail code. 2: TOTP or a user-verified passkey in this session. */
export type Assurance = 1 | 2

/** A signed-in session, as the accounts room vouches for it. */
export type Session = { id: string; account: string; name: string; assurance: Assurance }

/** Who looks at this page: nobody (a visitor), or a person with what they may do in the umbrella of this request. */
export type Viewer = {
  session: Session | null
  account: string | null
  roles: readonly Role[]
  capacities: readonly Capacity[]
  administrator: boolean
}

/** Nobody is signed in. */
export const visitor: Viewer = {
  session: null,
  account: null,
  roles: [],
  capacities: [],
  administrator: false,
}

/** A person with a session, of whatever umbrella. */
export const isSignedIn = (viewer: Viewer) => viewer.account !== null

/** Keeps the records of this umbrella; decides nothing alone. */
export const isCoordinator = (viewer: Viewer) => viewer.roles.includes('coordinator')

/** Runs the installation. */
export const isAdministrator = (viewer: Viewer) => viewer.administrator

/** Showed a second factor in this very session: asked for before anything that could hurt somebody if it leaks. */
export const isAssured = (viewer: Viewer) => viewer.session?.assurance === 2

/** Acts for a member with a vote: collective or individual. */
const actsForMember = (viewer: Viewer) => viewer.capacities.some(c => c.form !== 'agreement')

/** Acts for a partner under a cooperation agreement. */
export const actsForPartner = (viewer: Viewer) => viewer.capacities.some(c => c.form === 'agreement')

/** Anybody who belongs to the umbrella: acts for a member or partner, or keeps its records. */
export const isInside = (viewer: Viewer) => viewer.capacities.length > 0 || isCoordinator(viewer)

/**
 * Anybody for whom something may wait: who is inside, and who holds a role without acting for a member. An officer answers for
 * a public body and has a desk of their own.
 */
export const hasHome = (viewer: Viewer) => isInside(viewer) || viewer.roles.some(role => role !== 'officer')

/** Reads what is meant for members: acts for one with a vote, or keeps the records. Partners are inside, but not among them. */
export const isAmongMembers = (viewer: Viewer) => actsForMember(viewer) || isCoordinator(viewer)

/** The viewer's capacity for one member, if any. */
export const capacityFor = (viewer: Viewer, membership: string) =>
  viewer.capacities.find(c => c.membership === membership)
