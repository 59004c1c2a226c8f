import type { Context } from 'hono'
import { proposeAct, withdrawInvitation } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { endMandate, refuseMandate } from '../actions/end-mandate.ts'
import { reasonForm } from '../forms/mandate.ts'
import { type Closing, MandateClosingPage } from '../pages/mandate-closing.tsx'
import { MembershipPage } from '../pages/membership.tsx'
import {
  canEndMandate,
  canProposeEndOfMandate,
  canRefuseMandate,
  seesMandateHistory,
} from '../policy/mandates.ts'
import { invitedToActFor } from '../queries/memberships.ts'
import { type SeenMandate, visibleMandate, visibleMembership } from './visible-member.ts'

type C = Context<UmbrellaEnv>
type Wanted = 'refusal' | 'ending'

// Somebody else was quicker: that is a sentence, not a forbidden page.
const isLate = ({ mandate }: SeenMandate, wanted: Wanted) =>
  mandate.status !== (wanted === 'refusal' ? 'proposed' : 'confirmed')

// Which way the viewer may close a mandate, or 403.
function closingOf(c: C, { membership, mandate }: SeenMandate, wanted: Wanted): Closing {
  const { viewer } = c.var
  if (wanted === 'refusal') {
    authorize(canRefuseMandate(viewer, membership, { ...mandate, status: 'proposed' }))
    return 'refuse'
  }
  const held = { ...mandate, status: 'confirmed' } as const
  if (canEndMandate(viewer, membership, held)) return 'end'
  authorize(canProposeEndOfMandate(viewer, membership, held))
  return 'propose-end'
}

function close(c: C, tx: Tx, seen: SeenMandate, closing: Closing, reason: string): Promise<Outcome> {
  const { membership, mandate } = seen
  const about = { mandate: mandate.id, membership: membership.id, reason }
  if (closing === 'refuse') return refuseMandate(tx, about)
  if (closing === 'end') return endMandate(tx, about)
  return proposeAct(tx, c.var.viewer, {
    kind: 'network.end_mandate',
    subject: mandate.id,
    payload: { reason },
    reason,
    about: [mandate.personId],
  })
}

const said = {
  refuse: 'network.said.mandateRefused',
  end: 'network.said.mandateEnded',
  'propose-end': 'network.said.actProposed',
} as const

const show = (wanted: Wanted) => async (c: C) => {
  const seen = await c.var.read(tx => visibleMandate(c, tx))
  return c.var.page(<MandateClosingPage {...seen} closing={closingOf(c, seen, wanted)} />)
}

const post = (wanted: Wanted) => async (c: C) => {
  const form = await readForm(c, reasonForm)
  const { seen, closing, outcome } = await c.var.write(async tx => {
    const about = await visibleMandate(c, tx)
    const way = closingOf(c, about, wanted)
    if (isLate(about, wanted))
      return { seen: about, closing: way, outcome: refuse('network.mandate.decidedAlready') }
    return {
      seen: about,
      closing: way,
      outcome: form.ok ? await close(c, tx, about, way, form.data.reason) : null,
    }
  })
  if (outcome?.ok) return c.var.seeOther(`/memberships/${seen.membership.id}`, said[closing])
  const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
  return c.var.page(<MandateClosingPage {...seen} closing={closing} values={form.values} {...shown} />, {
    status: outcome ? 409 : 422,
  })
}

async function takeInvitationBack(c: C) {
  const { viewer } = c.var
  const id = idParam(c, 'invitation')
  const { membership, outcome } = await c.var.write(async tx => {
    const seen = await visibleMembership(c, tx)
    if (!seesMandateHistory(viewer, seen) || !(await invitedToActFor(tx, seen.id, id))) throw new NotFound()
    return { membership: seen, outcome: await withdrawInvitation(tx, viewer, id) }
  })
  if (outcome.ok) return c.var.seeOther(`/memberships/${membership.id}`, 'people.said.invitationWithdrawn')
  return c.var.page(<MembershipPage membership={membership} viewer={viewer} refusal={outcome} />, {
    status: 409,
  })
}

/**
 * Refusing a proposed mandate and ending one that holds: a page asks why, then it is done and kept as history. Taking
 * back an invitation to hold one.
 */
export const mandateClosingRoutes = umbrellaRoutes()
  .get('/mandates/:id/refusal', signedIn, show('refusal'))
  .post('/mandates/:id/refusal', signedIn, post('refusal'))
  .get('/mandates/:id/ending', signedIn, show('ending'))
  .post('/mandates/:id/ending', signedIn, post('ending'))
  .post('/memberships/:id/invitations/:invitation/withdrawal', signedIn, takeInvitationBack)
