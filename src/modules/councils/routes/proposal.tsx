import { findAct } from '#modules/authorities/index.ts'
import { today, uploaded } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isSignedIn } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import { takeProposalStep } from '../actions/propose.ts'
import { proposalStepForm } from '../forms/legislation.ts'
import { needs, nextSteps } from '../legislation.ts'
import { ProposalPage } from '../pages/proposal.tsx'
import type { Told } from '../pages/proposal-forms.tsx'
import { ProposalStepPage } from '../pages/proposal-step.tsx'
import { canTakeStep } from '../policy/legislation.ts'
import { stepChoices } from '../queries/legislation.ts'
import { stalledDaysNow } from '../rules.ts'
import type { C } from './council-of.ts'
import { proposalOf, statusOf } from './proposal-of.ts'

async function showProposal(c: C, refusal?: Refusal) {
  const read = await c.var.read(async tx => {
    const proposal = await proposalOf(c, tx)
    const { value: stalledAfter } = await stalledDaysNow(tx)
    const act = proposal.act && (await findAct(tx, proposal.act.id))
    return { proposal, act, stalledAfter, today: await today(tx) }
  })
  return c.var.page(<ProposalPage {...read} viewer={c.var.viewer} refusal={refusal} />, {
    status: refusal ? 409 : 200,
  })
}

async function showStep(c: C, asked: unknown, told: Told) {
  const read = await c.var.read(async tx => ({
    proposal: await proposalOf(c, tx),
    choices: await stepChoices(tx),
  }))
  const { proposal } = read
  authorize(canTakeStep(c.var.viewer, proposal))
  const kind = nextSteps(proposal.route, proposal.stage).find(one => one === asked)
  if (!kind || kind === 'prepared') {
    return showProposal(c, { ok: false, reason: 'councils.legislation.refusal.notPossibleNow' })
  }
  return c.var.page(<ProposalStepPage {...read} kind={kind} {...told} />, { status: statusOf(told) })
}

async function takeStep(c: C) {
  const form = await readForm(c, proposalStepForm)
  const asked = form.values.kind
  if (!form.ok) return showStep(c, asked, form)
  const file = await uploaded(c, 'document')
  const { kind, url } = form.data
  if (needs[kind].includes('document') && !url && !file) {
    const problems: Problem[] = [{ field: 'document', message: 'councils.legislation.refusal.noDocument' }]
    return showStep(c, asked, { values: form.values, problems })
  }
  const outcome = await c.var.write(async tx => {
    const proposal = await proposalOf(c, tx)
    authorize(canTakeStep(c.var.viewer, proposal))
    return takeProposalStep(tx, proposal.id, {
      ...form.data,
      reference: form.data.reference || null,
      file: file && { name: file.name, bytes: file },
    })
  })
  if (!outcome.ok) return showStep(c, asked, { values: form.values, refusal: outcome })
  return c.var.seeOther(`/legislation/${c.req.param('number')}`, 'councils.legislation.said.recorded')
}

export const proposalRoutes = umbrellaRoutes()
  .get('/legislation/:number', open, c => showProposal(c))
  .get('/legislation/:number/steps/new', allow(isSignedIn), c => showStep(c, c.req.query('kind'), {}))
  .post('/legislation/:number/steps', allow(isSignedIn), takeStep)
  .get('/legislation/:number/documents/:id', open, async c => {
    const file = await c.var.read(async tx => {
      const { chain } = await proposalOf(c, tx)
      const id = idParam(c)
      if (!chain.some(link => link.file === id)) throw new NotFound()
      return findFile(tx, id)
    })
    return fileResponse(c.var.read, found(file))
  })
