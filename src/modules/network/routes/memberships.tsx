import type { Context } from 'hono'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator, isInside } from '#platform/http/viewer.ts'
import { leave, takeBackLeaving } from '../actions/end-membership.ts'
import { leavingForm, reasonForm } from '../forms/mandate.ts'
import { LeavingPage } from '../pages/leaving.tsx'
import { MembershipPage } from '../pages/membership.tsx'
import { type MembershipAct, MembershipActPage } from '../pages/membership-act.tsx'
import { MembershipsPage } from '../pages/memberships.tsx'
import { canActOnMembership, canLeave } from '../policy/memberships.ts'
import { listMemberships } from '../queries/memberships.ts'
import { visibleMembership } from './visible-member.ts'

type C = Context<UmbrellaEnv>

const today = (c: C) => c.var.i18n.dayOf(Temporal.Now.instant())

// A year ahead is as far as a member can announce that it leaves.
const leavingDays = (c: C) => ({ first: today(c).toString(), last: today(c).add({ years: 1 }).toString() })

async function forAct(c: C, tx: Tx) {
  const membership = await visibleMembership(c, tx)
  authorize(canActOnMembership(c.var.viewer, membership))
  return membership
}

const showAct = (act: MembershipAct) => async (c: C) => {
  const membership = await c.var.read(tx => forAct(c, tx))
  return c.var.page(<MembershipActPage act={act} membership={membership} />)
}

// What a coordinator wants done to a membership is only proposed: a second one, from another member, confirms it.
const postAct = (act: MembershipAct) => async (c: C) => {
  const form = await readForm(c, reasonForm)
  const { membership, outcome } = await c.var.write(async tx => {
    const subject = await forAct(c, tx)
    if (!form.ok) return { membership: subject, outcome: null }
    const { reason } = form.data
    const proposal = { kind: act, subject: subject.id, payload: { reason }, reason } as const
    return { membership: subject, outcome: await proposeAct(tx, c.var.viewer, proposal) }
  })
  if (!form.ok || !outcome) {
    const problems = form.ok ? [] : form.problems
    const page = (
      <MembershipActPage act={act} membership={membership} values={form.values} problems={problems} />
    )
    return c.var.page(page, { status: 422 })
  }
  if (outcome.ok) return c.var.seeOther(`/memberships/${membership.id}`, 'network.said.actProposed')
  const page = <MembershipActPage act={act} membership={membership} values={form.values} refusal={outcome} />
  return c.var.page(page, { status: 409 })
}

export const membershipRoutes = umbrellaRoutes()
  .get('/memberships', allow(isInside), async c => {
    const state = c.req.query('state') === 'ended' ? 'ended' : 'current'
    const { lines, more } = await c.var.read(tx =>
      listMemberships(tx, { state, after: idQuery(c, 'after'), locale: c.var.locale }),
    )
    return c.var.page(<MembershipsPage state={state} lines={lines} next={more ? lines.at(-1)!.id : null} />)
  })

  .get('/memberships/:id', signedIn, async c => {
    const membership = await c.var.read(tx => visibleMembership(c, tx))
    return c.var.page(<MembershipPage membership={membership} viewer={c.var.viewer} />)
  })

  .get('/memberships/:id/leaving', signedIn, async c => {
    const membership = await c.var.read(tx => visibleMembership(c, tx))
    authorize(canLeave(c.var.viewer, membership))
    return c.var.page(
      <LeavingPage membership={membership} days={leavingDays(c)} values={{ on: today(c).toString() }} />,
    )
  })

  .post('/memberships/:id/leaving', signedIn, async c => {
    const form = await readForm(c, leavingForm(leavingDays(c)))
    const { membership, outcome } = await c.var.write(async tx => {
      const member = await visibleMembership(c, tx)
      authorize(canLeave(c.var.viewer, member))
      const leaving = form.ok && { ...form.data, membership: member.id, umbrella: c.var.umbrella.id }
      return { membership: member, outcome: leaving ? await leave(tx, leaving) : null }
    })
    if (outcome?.ok) {
      return outcome.at === 'once'
        ? c.var.seeOther('/', 'network.said.left')
        : c.var.seeOther(`/memberships/${membership.id}`, 'network.said.leavingAnnounced')
    }
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    return c.var.page(
      <LeavingPage membership={membership} days={leavingDays(c)} values={form.values} {...shown} />,
      { status: outcome ? 409 : 422 },
    )
  })

  .post('/memberships/:id/leaving/withdrawal', signedIn, async c => {
    const { membership, outcome } = await c.var.write(async tx => {
      const member = await visibleMembership(c, tx)
      authorize(canLeave(c.var.viewer, member))
      return { membership: member, outcome: await takeBackLeaving(tx, member.id) }
    })
    if (outcome.ok) return c.var.seeOther(`/memberships/${membership.id}`, 'network.said.staying')
    return c.var.page(<MembershipPage membership={membership} viewer={c.var.viewer} refusal={outcome} />, {
      status: 409,
    })
  })

  .get('/memberships/:id/ending', allow(isCoordinator), showAct('network.end_membership'))
  .post('/memberships/:id/ending', allow(isCoordinator), postAct('network.end_membership'))
  .get('/memberships/:id/suspension', allow(isCoordinator), showAct('network.suspend_membership'))
  .post('/memberships/:id/suspension', allow(isCoordinator), postAct('network.suspend_membership'))
  .get('/memberships/:id/reactivation', allow(isCoordinator), showAct('network.reactivate_membership'))
  .post('/memberships/:id/reactivation', allow(isCoordinator), postAct('network.reactivate_membership'))
