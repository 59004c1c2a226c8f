import { ConfirmationPage } from '#modules/network/index.ts'
import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import type { Module } from '#platform/http/module.ts'
import { idParam, numberParam, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome } from '#platform/refusal.ts'
import { TextArea } from '#ui/index.ts'
import { askAboutProposal } from '../actions/ask-about-proposal.ts'
import { withdrawProposal } from '../actions/propose-change.ts'
import { withdrawRemark, writeRemark } from '../actions/remark.ts'
import { declaredRules } from '../declared-rules.ts'
import { reasonForm, remarkForm } from '../forms/proposals.ts'
import { ProposalPage, type ProposalPageProps } from '../pages/proposal.tsx'
import { ProposalsPage } from '../pages/proposals.tsx'
import { actsForSomebody, actsWithVote, canRedactRemark, canReviseProposal } from '../policy/procedures.ts'
import { findProposal, listProposals, type ProposalView } from '../queries/proposals.ts'
import { actsFor, type C, ownMembers } from './initiative-of.ts'

type Shown = Pick<ProposalPageProps, 'refusal' | 'values' | 'problems'>

const proposalOf = async (c: C, tx: Tx): Promise<ProposalView> =>
  found(await findProposal(tx, numberParam(c)))

const at = (c: C, place = '') => `/changes/${numberParam(c)}${place}`

async function remarkOf(c: C, tx: Tx) {
  const id = idParam(c, 'remark')
  const remark = (await proposalOf(c, tx)).remarks.find(one => one.id === id)
  if (!remark) throw new NotFound()
  return remark
}

type RedactionShown = Pick<Parameters<typeof ConfirmationPage>[0], 'values' | 'problems' | 'refusal'>

async function redactionPage(c: C, shown: RedactionShown = {}) {
  const { id } = await c.var.read(tx => remarkOf(c, tx))
  const { t } = c.var.i18n
  const page = (
    <ConfirmationPage
      title={t('initiatives.comment.redact')}
      lead={t('initiatives.comment.redactLead')}
      crumbs={[{ label: t('initiatives.change.list'), path: '/changes' }]}
      action={at(c, `/remarks/${id}/redaction`)}
      confirm={t('initiatives.comment.proposeRedaction')}
      back={at(c, `#remark-${id}`)}
      {...shown}
    >
      <TextArea name="reason" label={t('initiatives.comment.redactReason')} required maxlength={4000} />
    </ConfirmationPage>
  )
  return c.var.page(page, { status: shown.refusal ? 409 : shown.problems ? 422 : 200 })
}

/** Proposals to change rules and goals: read, discussed, put to the members. */
export const proposalRoutes = (modules: () => readonly Module[]) => {
  async function show(c: C, shown: Shown = {}) {
    const view = await c.var.read(async tx => ({
      proposal: await proposalOf(c, tx),
      members: await ownMembers(c, tx),
    }))
    const rules = declaredRules(modules())
    const page = <ProposalPage {...view} viewer={c.var.viewer} rules={rules} {...shown} />
    return c.var.page(page, { status: shown.refusal ? 409 : shown.problems ? 422 : 200 })
  }

  // What its own member does; in another state the action says why it does not go any more.
  async function own(c: C, said: MessageKey, act: (tx: Tx, id: string) => Promise<Outcome>) {
    const outcome = await c.var.write(async tx => {
      const proposal = await proposalOf(c, tx)
      authorize(canReviseProposal(c.var.viewer, { ...proposal, status: 'discussion' }))
      return act(tx, proposal.id)
    })
    return outcome.ok ? c.var.seeOther(at(c), said) : show(c, { refusal: outcome })
  }

  return umbrellaRoutes()
    .get('/changes', published, async c => {
      const open = c.req.query('state') !== 'closed'
      const before = numberQuery(c, 'before')
      const { lines, more } = await c.var.read(tx => listProposals(tx, { open, before }))
      const next = more ? String(lines.at(-1)!.number) : null
      return c.var.page(<ProposalsPage open={open} proposals={lines} next={next} />)
    })

    .get('/changes/:number', published, c => show(c))

    .post('/changes/:number/decision', allow(actsWithVote), c =>
      own(c, 'initiatives.said.changeAsked', askAboutProposal),
    )

    .post('/changes/:number/withdrawal', allow(actsWithVote), c =>
      own(c, 'initiatives.said.changeWithdrawn', withdrawProposal),
    )

    .post('/changes/:number/remarks', allow(actsForSomebody), async c => {
      const form = await readForm(c, remarkForm)
      if (!form.ok) return show(c, { values: form.values, problems: form.problems })
      const { membership, stance, body } = form.data
      const outcome = await c.var.write(async tx => {
        const { id } = await proposalOf(c, tx)
        const speaker = actsFor(c.var.viewer, membership)
        return writeRemark(tx, { proposal: id, membership: speaker, stance, body, locale: c.var.locale })
      })
      if (!outcome.ok) return show(c, { values: form.values, refusal: outcome })
      return c.var.seeOther(at(c, `#remark-${outcome.id}`), 'initiatives.said.commented')
    })

    .post('/changes/:number/remarks/:remark/withdrawal', allow(actsForSomebody), async c => {
      const outcome = await c.var.write(async tx => {
        const { id, membershipId } = await remarkOf(c, tx)
        actsFor(c.var.viewer, membershipId)
        return withdrawRemark(tx, id)
      })
      if (!outcome.ok) return show(c, { refusal: outcome })
      return c.var.seeOther(at(c, '#discussion'), 'initiatives.said.commentWithdrawn')
    })

    .get('/changes/:number/remarks/:remark/redaction', allow(canRedactRemark), c => redactionPage(c))

    .post('/changes/:number/remarks/:remark/redaction', allow(canRedactRemark), async c => {
      const form = await readForm(c, reasonForm)
      if (!form.ok) return redactionPage(c, { values: form.values, problems: form.problems })
      const outcome = await c.var.write(async tx => {
        const { id } = await remarkOf(c, tx)
        const { reason } = form.data
        return proposeAct(tx, c.var.viewer, { kind: 'initiatives.redact_remark', subject: id, reason })
      })
      if (!outcome.ok) return redactionPage(c, { values: form.values, refusal: outcome })
      return c.var.seeOther(at(c, '#discussion'), 'initiatives.said.redactionProposed')
    })
}
