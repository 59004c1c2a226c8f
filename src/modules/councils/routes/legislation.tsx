import { today } from '#modules/network/index.ts'
import { allow, open, published } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isSignedIn } from '#platform/http/viewer.ts'
import { propose, reviseProposal } from '../actions/propose.ts'
import { legislationAtom } from '../exports/legislation-feed.ts'
import { proposalForm, revisionForm, standardValues } from '../forms/legislation.ts'
import { LegislationPage } from '../pages/legislation.tsx'
import { NewProposalPage, RevisionPage, type Told } from '../pages/proposal-forms.tsx'
import { canPropose, canRevise } from '../policy/legislation.ts'
import { listProposals, proposalChoices } from '../queries/legislation.ts'
import { newestSteps } from '../queries/proposal-steps.ts'
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

// A foreign draft would be published by who only guessed its number.
const offers = (choices: readonly { id: string }[], chosen: string | null) =>
  chosen === null || choices.some(({ id }) => id === chosen)

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

  .get('/legislation.atom', published, async c => {
    const { i18n, umbrella, locale, platform } = c.var
    const home = `${platform.config.origin}/${locale}/${umbrella.slug}`
    const steps = await c.var.read(newestSteps)
    c.header('Content-Type', 'application/atom+xml; charset=utf-8')
    return c.body(legislationAtom({ i18n, name: umbrella.name, home, steps }))
  })

  .get('/legislation/new', allow(isSignedIn), c => showNew(c, { values: { lang: c.var.locale } }))

  .post('/legislation', allow(isSignedIn), async c => {
    const form = await readForm(c, proposalForm)
    if (!form.ok) return showNew(c, form)
    const outcome = await c.var.write(async tx => {
      const { councils, acts } = await proposalChoices(tx)
      const { councilId, draftActId } = form.data
      authorize(canPropose(c.var.viewer, councils) && offers(councils, councilId) && offers(acts, draftActId))
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
      const { acts } = await proposalChoices(tx)
      const { draftActId } = form.data
      authorize(canRevise(c.var.viewer, proposal))
      authorize(draftActId === proposal.act?.id || offers(acts, draftActId))
      await reviseProposal(tx, proposal.id, form.data)
    })
    return c.var.seeOther(`/legislation/${c.req.param('number')}`, 'councils.legislation.said.saved')
  })
