import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { idParam } from '#platform/http/params.ts'
import { canSeeMandate } from '../policy/mandates.ts'
import { canSeeMembership } from '../policy/memberships.ts'
import {
  findMembership,
  findMembershipOfMandate,
  type MandateView,
  type MembershipView,
} from '../queries/memberships.ts'

type C = Context<UmbrellaEnv>

/** The membership in the address, when the viewer may see it; 404 otherwise. */
export async function visibleMembership(c: C, tx: Tx): Promise<MembershipView> {
  const membership = found(await findMembership(tx, idParam(c)))
  if (!canSeeMembership(c.var.viewer, membership)) throw new NotFound()
  return membership
}

/** A mandate with the member it is for. */
export type SeenMandate = { membership: MembershipView; mandate: MandateView }

/** The mandate in the address, when the viewer may see it; 404 otherwise. */
export async function visibleMandate(c: C, tx: Tx): Promise<SeenMandate> {
  const id = idParam(c)
  const membership = found(await findMembershipOfMandate(tx, id))
  const mandate = found(membership.mandates.find(held => held.id === id))
  if (!canSeeMandate(c.var.viewer, membership, mandate)) throw new NotFound()
  return { membership, mandate }
}
