import type { Context } from 'hono'
import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { answerProposal, withdrawProposal } from '../actions/answer-proposal.ts'
import { proposedFields } from '../organisation-profile.ts'
import { ProposalPage, ProposalsPage } from '../pages/proposals.tsx'
import { canAlterOrganisation, canWithdrawProposal, canWorkOnProfile } from '../policy/organisations.ts'
import { organisationProfile } from '../queries/organisation-profile.ts'
import { findProposal, proposalsFor } from '../queries/proposals.ts'

type C = Context<UmbrellaEnv>

const answerForm = z.object({
  answer: z.enum(['accept', 'refuse']),
  accepted: z.array(z.enum(proposedFields)).default([]),
})

async function subject(c: C, tx: Tx) {
  const view = found(await organisationProfile(tx, idParam(c)))
  authorize(canWorkOnProfile(c.var.viewer, view))
  return view
}

async function withProposal(c: C, tx: Tx) {
  const view = await subject(c, tx)
  const proposal = found(await findProposal(tx, view.id, idParam(c, 'proposal')))
  return { view, proposal }
}

type Shown = Awaited<ReturnType<typeof withProposal>>

const rightsOf = (c: C, { view, proposal }: Shown) => ({
  answerable: proposal.status === 'proposed' && canAlterOrganisation(c.var.viewer, view),
  withdrawable: canWithdrawProposal(c.var.viewer, proposal),
})

export const proposalRoutes = umbrellaRoutes()
  .get('/organisations/:id/proposals', signedIn, async c => {
    const page = await c.var.read(async tx => {
      const view = await subject(c, tx)
      return { view, proposals: await proposalsFor(tx, view.id) }
    })
    return c.var.page(<ProposalsPage {...page} />)
  })

  .get('/organisations/:id/proposals/:proposal', signedIn, async c => {
    const shown = await c.var.read(tx => withProposal(c, tx))
    return c.var.page(<ProposalPage {...shown} {...rightsOf(c, shown)} />)
  })

  .post('/organisations/:id/proposals/:proposal/answer', signedIn, async c => {
    const form = await readForm(c, answerForm)
    const accepted = form.ok && form.data.answer === 'accept' ? form.data.accepted : []
    const { shown, outcome } = await c.var.write(async tx => {
      const before = await withProposal(c, tx)
      authorize(canAlterOrganisation(c.var.viewer, before.view))
      return { shown: before, outcome: await answerProposal(tx, before.view, before.proposal, accepted) }
    })
    if (!outcome.ok) {
      return c.var.page(<ProposalPage {...shown} {...rightsOf(c, shown)} refusal={outcome} />, {
        status: 409,
      })
    }
    const said = outcome.accepted ? 'network.said.proposalAccepted' : 'network.said.proposalRefused'
    return c.var.seeOther(`/organisations/${shown.view.id}/proposals`, said)
  })

  .post('/organisations/:id/proposals/:proposal/withdrawal', signedIn, async c => {
    const { shown, outcome } = await c.var.write(async tx => {
      const before = await withProposal(c, tx)
      authorize(canWithdrawProposal(c.var.viewer, before.proposal))
      return { shown: before, outcome: await withdrawProposal(tx, before.view, before.proposal) }
    })
    if (!outcome.ok) {
      return c.var.page(<ProposalPage {...shown} {...rightsOf(c, shown)} refusal={outcome} />, {
        status: 409,
      })
    }
    return c.var.seeOther(`/organisations/${shown.view.id}/proposals`, 'network.said.proposalWithdrawn')
  })
