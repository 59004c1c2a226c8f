import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow, open, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import type { InvitationPurpose, Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { storedSession } from '../accounts/session.ts'
import { acceptInvitation, withdrawInvitation } from '../actions/answer-invitation.ts'
import { invite } from '../actions/invite.ts'
import { invitationForm } from '../forms/invitations.ts'
import { describeInvitation, invitationPurposes } from '../invitation-purposes.ts'
import { InvitationPage } from '../pages/invitation.tsx'
import { InvitationsPage, type InvitationsProps } from '../pages/invitations.tsx'
import { seesInvitations } from '../policy.ts'
import { invitationByToken, listInvitations } from '../queries/invitations.ts'
import { pathId } from './path-id.ts'

type Umbrella = Context<UmbrellaEnv>
type Purposes = ReadonlyMap<string, InvitationPurpose>
type Filled = Pick<InvitationsProps, 'values' | 'problems'>

async function list(c: Umbrella, purposes: Purposes, filled: Filled, status: 200 | 409 | 422) {
  const { i18n, viewer } = c.var
  const invitations = await c.var.read(async (tx: Tx) => {
    const told: InvitationsProps['invitations'][number][] = []
    for (const row of await listInvitations(tx)) {
      told.push({ ...row, sentence: await describeInvitation(tx, i18n, purposes.get(row.purpose), row) })
    }
    return told
  })
  return c.var.page(<InvitationsPage invitations={invitations} viewer={viewer} {...filled} />, { status })
}

async function show(c: Umbrella, purposes: Purposes, refusal?: MessageKey) {
  const token = c.req.param('token') ?? ''
  const session = await storedSession(c.var.platform, c.req.raw.headers)
  const shown = await c.var.read(async tx => {
    const invitation = found(await invitationByToken(tx, token))
    const purpose = purposes.get(invitation.purpose)
    return { invitation, sentence: await describeInvitation(tx, c.var.i18n, purpose, invitation) }
  })
  const signedInAs = session?.stage === 'complete' ? { name: session.name, address: session.email } : null
  const page = <InvitationPage {...shown} token={token} signedInAs={signedInAs} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

/** Invitations: sending, listing, taking back, and the page that a mailed link opens. */
export function invitationRoutes(modules: () => Module[]) {
  const purposes = () => invitationPurposes(modules())
  return umbrellaRoutes()
    .get('/invitations', allow(seesInvitations), c =>
      list(c, purposes(), { values: { locale: c.var.locale } }, 200),
    )
    .post('/invitations', allow(seesInvitations), async c => {
      const form = await readForm(c, invitationForm)
      if (!form.ok) return list(c, purposes(), { values: form.values, problems: form.problems }, 422)
      const invitation = { purpose: 'coordinator', payload: {}, ...form.data } as const
      const outcome = await c.var.write(tx => invite(c.var.platform, tx, invitation))
      if (outcome.ok) return c.var.seeOther('/invitations', 'people.said.invited')
      const problems = [{ field: 'address', message: outcome.reason }]
      return list(c, purposes(), { values: form.values, problems }, 409)
    })
    .post('/invitations/:id/withdrawal', allow(seesInvitations), async c => {
      const id = pathId(c.req.param('id'))
      const outcome = await c.var.write(tx => withdrawInvitation(tx, c.var.viewer, id))
      if (outcome.ok) return c.var.seeOther('/invitations', 'people.said.invitationWithdrawn')
      return list(c, purposes(), { values: {}, problems: [{ field: '', message: outcome.reason }] }, 409)
    })
    .get('/invitation/:token', open, c => show(c, purposes()))
    .post('/invitation/:token', signedIn, async c => {
      const person = found(c.var.viewer.account)
      const token = c.req.param('token')
      const outcome = await c.var.write(tx => acceptInvitation(tx, token, person, purposes()))
      if (!outcome.ok) return show(c, purposes(), outcome.reason)
      return c.var.seeOther(outcome.path ?? '/', 'people.said.invitationAccepted')
    })
}
