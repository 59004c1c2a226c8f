import { today } from '#modules/network/index.ts'
import { allow, open } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isSignedIn } from '#platform/http/viewer.ts'
import { propose, reviseProposal } from '../actions/propose.ts'
import { proposalForm, revisionForm, standardValues } from '../forms/legislation.ts'
import { LegislationPage } from '../pages/legislation.tsx'
import { NewProposalPage, RevisionPage, type Told } from '../pages/proposal-forms.tsx'
import { canPropose, canRevise } from '../policy/legislation.ts'
import { listProposals, proposalChoices } from '../queries/legislation.ts'
import { stalledDaysNow } from '../rules.ts'
import type { C } from './council-of.ts'
import { filterOf, proposalOf, statusOf } from './proposal-of.ts'

async function showNew(c: C, told: Told) {
  const choices = await c.var.read(proposalChoices)
  authorize(canPropose(c.var.viewer, choices.councils))
  return c.var.page(<NewProposalPage choices={choices} {...told} />, { status: statusOf(told) })
}

async function showText(c: C, told: Told) {
  const read = await c.var.read(async tx => ({
    proposal: await proposalOf(c, tx),
    choices: await proposalChoices(tx),
  }))
  const { proposal } = read
  authorize(canRevise(c.var.viewer, proposal))
  const { summary, topics, body, act, standards } = proposal
  const kept = { summary, topics, bodyId: body?.id, draftActId: act?.id, ...standardValues(standards) }
  return c.var.page(<RevisionPage {...read} values={kept} {...told} />, { status: statusOf(told) })
}

export const legislationRoutes = umbrellaRoutes()
  .get('/legislation', open, async c => {
    const read = await c.var.read(async tx => {
      const [day, { value: stalledAfter }] = [await today(tx), await stalledDaysNow(tx)]
      const list = await listProposals(tx, filterOf(c, day, stalledAfter))
      const choices = isSignedIn(c.var.viewer) ? await proposalChoices(tx) : null
      return {
        ...list,
        today: day,
        stalledAfter,
        proposes: canPropose(c.var.viewer, choices?.councils ?? []),
      }
    })
    const { route, stage, stalled } = c.req.query()
    return c.var.page(<LegislationPage {...read} values={{ route, stage, stalled }} />)
  })

  .get('/legislation/new', allow(isSignedIn), c => showNew(c, { values: { lang: c.var.locale } }))

  .post('/legislation', allow(isSignedIn), async c => {
    const form = await readForm(c, proposalForm)
    if (!form.ok) return showNew(c, form)
    const outcome = await c.var.write(async tx => {
      const { councils } = await proposalChoices(tx)
      const { councilId } = form.data
      authorize(
        canPropose(c.var.viewer, councils) && (!councilId || councils.some(({ id }) => id === councilId)),
      )
      return propose(tx, form.data)
    })
    if (!outcome.ok) return showNew(c, { values: form.values, refusal: outcome })
    return c.var.seeOther(`/legislation/${outcome.number}`, 'councils.legislation.said.put')
  })

  .get('/legislation/:number/text', allow(isSignedIn), c => showText(c, {}))

  .post('/legislation/:number/text', allow(isSignedIn), async c => {
    const form = await readForm(c, revisionForm)
    if (!form.ok) return showText(c, form)
    await c.var.write(async tx => {
      const proposal = await proposalOf(c, tx)
      authorize(canRevise(c.var.viewer, proposal))
      await reviseProposal(tx, proposal.id, form.data)
    })
    return c.var.seeOther(`/legislation/${c.req.param('number')}`, 'councils.legislation.said.saved')
  })
