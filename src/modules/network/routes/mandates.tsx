import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { confirmMandate } from '../actions/confirm-mandate.ts'
import { nameRepresentative } from '../actions/name-representative.ts'
import { mandateForm } from '../forms/mandate.ts'
import { uploaded } from '../forms/upload.ts'
import { MandatePage } from '../pages/mandate.tsx'
import { MandateFormPage } from '../pages/mandate-form.tsx'
import { canProposeMandate, confirmsAs } from '../policy/mandates.ts'
import { peopleActingHere } from '../queries/people-here.ts'
import { visibleMandate, visibleMembership } from './visible-member.ts'

type C = Context<UmbrellaEnv>

async function forProposal(c: C, tx: Tx) {
  const membership = await visibleMembership(c, tx)
  authorize(canProposeMandate(c.var.viewer, membership))
  return { membership, people: await peopleActingHere(tx) }
}

/** Mandates: proposing, seeing, confirming. */
export const mandateRoutes = umbrellaRoutes()
  .get('/memberships/:id/mandates/new', signedIn, async c => {
    const page = await c.var.read(tx => forProposal(c, tx))
    const from = c.var.i18n.dayOf(Temporal.Now.instant()).toString()
    return c.var.page(<MandateFormPage {...page} values={{ from, role: 'primary' }} />)
  })

  .post('/memberships/:id/mandates', signedIn, async c => {
    const form = await readForm(c, mandateForm)
    const file = await uploaded(c, 'file')
    const { platform, locale, viewer } = c.var
    const { page, outcome } = await c.var.write(async tx => {
      const shown = await forProposal(c, tx)
      if (!form.ok) return { page: shown, outcome: null }
      const { membership } = shown
      const naming = { membership, entry: form.data, file, locale, proposer: found(viewer.account) }
      return { page: shown, outcome: await nameRepresentative(platform, tx, naming) }
    })
    if (outcome?.ok) {
      const said = outcome.invited ? 'network.said.representativeInvited' : 'network.said.mandateProposed'
      return c.var.seeOther(`/memberships/${page.membership.id}`, said)
    }
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    return c.var.page(<MandateFormPage {...page} values={form.values} {...shown} />, {
      status: outcome ? 409 : 422,
    })
  })

  .get('/mandates/:id', signedIn, async c => {
    const seen = await c.var.read(tx => visibleMandate(c, tx))
    return c.var.page(<MandatePage {...seen} viewer={c.var.viewer} />)
  })

  .get('/mandates/:id/file', signedIn, async c => {
    const file = await c.var.read(async tx => {
      const { fileId } = (await visibleMandate(c, tx)).mandate
      return fileId ? findFile(tx, fileId) : undefined
    })
    return fileResponse(c.var.read, found(file))
  })

  .post('/mandates/:id/confirmation', signedIn, async c => {
    const { seen, outcome } = await c.var.write(async tx => {
      const { membership, mandate } = await visibleMandate(c, tx)
      // Who could have confirmed a moment ago is told that it is decided, not that they may not.
      const as = confirmsAs(c.var.viewer, membership, { ...mandate, status: 'proposed' })
      authorize(as !== null)
      const about = { mandate: mandate.id, membership: membership.id, as }
      return { seen: { membership, mandate }, outcome: await confirmMandate(tx, about) }
    })
    if (outcome.ok) return c.var.seeOther(`/mandates/${seen.mandate.id}`, 'network.said.mandateConfirmed')
    return c.var.page(<MandatePage {...seen} viewer={c.var.viewer} refusal={outcome} />, { status: 409 })
  })
