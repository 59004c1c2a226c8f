import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { proposeChange, reviseProposal } from '../actions/propose-change.ts'
import { baseField } from '../forms/proposals.ts'
import { actsWithVote, canReviseProposal, votingCapacities } from '../policy/procedures.ts'
import { findProposal } from '../queries/proposals.ts'
import { proposalKinds } from '../schema/proposals.ts'
import { type C, numberParam, numberQuery } from './initiative-of.ts'
import {
  contentOf,
  countingLanguage,
  readProposal,
  showProposalForm,
  type Writing,
  writingDesk,
} from './proposal-form.tsx'

const kindParam = (c: C) => found(proposalKinds.find(kind => kind === c.req.param('kind')) ?? null)

const asked = (c: C): Writing => ({
  kind: kindParam(c),
  text: numberQuery(c, 'text'),
  ends: c.req.query('end') === 'yes',
  revises: null,
})

// A posted form says in hidden inputs what the address of its page said.
async function posted(c: C): Promise<Writing> {
  const { text, end } = await c.req.parseBody()
  const number = typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
  return { kind: kindParam(c), text: number, ends: end === 'yes', revises: null }
}

// Who revises nothing any more because the members are asked is told so; a stranger is not let near.
async function revisedDesk(c: C, modules: readonly Module[]) {
  return c.var.read(async tx => {
    const revises = found(await findProposal(tx, numberParam(c)))
    authorize(canReviseProposal(c.var.viewer, { ...revises, status: 'discussion' }) && !revises.ends)
    const { kind, text, ends } = revises
    const desk = await writingDesk(tx, modules, { kind, text: null, ends, revises })
    return { ...desk, ends, changed: null, open: revises.status === 'discussion', text: text?.number ?? null }
  })
}

/** Where members propose to change rules and goals, and rewrite what they proposed. */
export const newProposalRoutes = (modules: () => readonly Module[]) =>
  umbrellaRoutes()
    .get('/changes/new/:kind', allow(actsWithVote), async c =>
      showProposalForm(c, await c.var.read(tx => writingDesk(tx, modules(), asked(c)))),
    )

    .post('/changes/new/:kind', allow(actsWithVote), async c => {
      const writing = await posted(c)
      const desk = await c.var.read(tx => writingDesk(tx, modules(), writing))
      const form = await readProposal(c, desk)
      if (!form.ok) return showProposalForm(c, desk, { values: form.values, problems: form.problems })
      const { membership, title, reasons } = form.data
      authorize(votingCapacities(c.var.viewer).some(capacity => capacity.membership === membership))
      const authoritative = countingLanguage(c, form.data)
      const content = contentOf(desk, form.data)
      const { number } = await c.var.write(tx =>
        proposeChange(tx, { membership, title, reasons, authoritative, content }),
      )
      return c.var.seeOther(`/changes/${number}`, 'initiatives.said.changeProposed')
    })

    .get('/changes/:number/revision', allow(actsWithVote), async c =>
      showProposalForm(c, await revisedDesk(c, modules())),
    )

    .post('/changes/:number/revision', allow(actsWithVote), async c => {
      const desk = await revisedDesk(c, modules())
      const form = await readProposal(c, desk)
      if (!form.ok) return showProposalForm(c, desk, { values: form.values, problems: form.problems })
      const base = baseField.safeParse((await c.req.parseBody()).base)
      const { title, reasons, changes, body } = form.data
      const outcome = base.success
        ? await c.var.write(tx =>
            reviseProposal(tx, {
              proposal: desk.revises!.id,
              base: base.data,
              title,
              reasons,
              changes,
              body,
            }),
          )
        : refuse('initiatives.change.notRevised')
      if (!outcome.ok) return showProposalForm(c, desk, { values: form.values, refusal: outcome })
      return c.var.seeOther(`/changes/${desk.revises!.number}`, 'initiatives.said.changeRevised')
    })
