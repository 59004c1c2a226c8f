import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import type { Module } from '#platform/http/module.ts'
import { numberOf, numberParam, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { proposeAgain, proposeChange, reviseProposal } from '../actions/propose-change.ts'
import { baseField } from '../forms/proposals.ts'
import { actsWithVote, canReviseProposal, votingCapacities } from '../policy/procedures.ts'
import { findProposal } from '../queries/proposals.ts'
import { proposalKinds } from '../schema/proposals.ts'
import { askedBefore } from './asked-before.ts'
import type { C } from './initiative-of.ts'
import {
  contentOf,
  countingLanguage,
  readNewProposal,
  readProposal,
  showProposalForm,
  type Writing,
  writingDesk,
} from './proposal-form.tsx'

const kindParam = (c: C) => found(proposalKinds.find(kind => kind === c.req.param('kind')) ?? null)

type Said = { text: number | null; ends: boolean; previous: number | null }

// Who asks again about a decision proposes what was proposed then, in whatever words: its kind and its text are settled.
async function writing(c: C, tx: Tx, { text, ends, previous }: Said): Promise<Writing> {
  const kind = kindParam(c)
  if (previous === null) return { kind, text, ends, revises: null, previous: null }
  const before = await askedBefore(c, tx, previous)
  if (before.proposal.kind !== kind) throw new NotFound()
  const { ends: ended, text: about } = before.proposal
  return { kind, text: about?.number ?? null, ends: ended, revises: null, previous: before }
}

const asked = (c: C): Said => ({
  text: numberQuery(c, 'text'),
  ends: c.req.query('end') === 'yes',
  previous: numberQuery(c, 'previous'),
})

// A posted form says in hidden inputs what the address of its page said.
async function posted(c: C): Promise<Said> {
  const { text, end, previous } = await c.req.parseBody()
  return { text: numberOf(text), ends: end === 'yes', previous: numberOf(previous) }
}

// Who revises nothing any more because the members are asked is told so; a stranger is not let near.
async function revisedDesk(c: C, modules: readonly Module[]) {
  return c.var.read(async tx => {
    const revises = found(await findProposal(tx, numberParam(c)))
    authorize(canReviseProposal(c.var.viewer, { ...revises, status: 'discussion' }) && !revises.ends)
    const { kind, text, ends } = revises
    const desk = await writingDesk(tx, modules, { kind, text: null, ends, revises, previous: null })
    return { ...desk, ends, changed: null, open: revises.status === 'discussion', text: text?.number ?? null }
  })
}

/** Where members propose to change rules and goals, and rewrite what they proposed. */
export const newProposalRoutes = (modules: () => readonly Module[]) =>
  umbrellaRoutes()
    .get('/changes/new/:kind', allow(actsWithVote), async c => {
      const desk = c.var.read(async tx => writingDesk(tx, modules(), await writing(c, tx, asked(c))))
      return showProposalForm(c, await desk)
    })

    .post('/changes/new/:kind', allow(actsWithVote), async c => {
      const said = await posted(c)
      const desk = await c.var.read(async tx => writingDesk(tx, modules(), await writing(c, tx, said)))
      const form = await readNewProposal(c, desk)
      if (!form.ok) return showProposalForm(c, desk, { values: form.values, problems: form.problems })
      const { membership, title, reasons, news } = form.data
      const own = votingCapacities(c.var.viewer).map(capacity => capacity.membership)
      authorize((desk.previous?.able ?? own).includes(membership))
      const authoritative = countingLanguage(c, form.data)
      const content = contentOf(desk, form.data)
      const given = { membership, title, reasons, authoritative, content }
      const before = desk.previous?.id
      const outcome = await c.var.write(async tx =>
        before && news
          ? proposeAgain(tx, { ...given, previous: { decision: before, news } })
          : { ok: true as const, ...(await proposeChange(tx, given)) },
      )
      if (!outcome.ok) return showProposalForm(c, desk, { values: form.values, refusal: outcome })
      return c.var.seeOther(`/changes/${outcome.number}`, 'initiatives.said.changeProposed')
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
