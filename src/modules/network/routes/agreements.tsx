import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { actsForPartner, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import { answerAgreement, withdrawAgreement } from '../actions/answer-agreement.ts'
import { endAgreement } from '../actions/close-agreements.ts'
import { agreementAnswerForm, endAgreementForm } from '../forms/agreement.ts'
import { AgreementPage } from '../pages/agreement.tsx'
import { AgreementEndPage } from '../pages/agreement-end.tsx'
import {
  answersAs,
  canEndAgreement,
  canSeeAgreement,
  canSeeDocument,
  canWithdrawAgreement,
} from '../policy/agreements.ts'
import { type AgreementView, findAgreement } from '../queries/agreements.ts'

type C = Context<UmbrellaEnv>

const keepsAgreements = (viewer: Viewer) => isCoordinator(viewer) || actsForPartner(viewer)

async function visible(c: C, tx: Tx): Promise<AgreementView> {
  const agreement = found(await findAgreement(tx, idParam(c)))
  if (!canSeeAgreement(c.var.viewer, agreement)) throw new NotFound()
  return agreement
}

async function show(c: C, status: 200 | 409 | 422 = 200, shown: object = {}) {
  const agreement = await c.var.read(tx => visible(c, tx))
  return c.var.page(<AgreementPage agreement={agreement} viewer={c.var.viewer} {...shown} />, { status })
}

export const agreementRoutes = umbrellaRoutes()
  .get('/agreements/:id', open, c => show(c))

  .get('/agreements/:id/document', open, async c => {
    const file = await c.var.read(async tx => {
      const agreement = await visible(c, tx)
      if (!canSeeDocument(c.var.viewer, agreement)) throw new NotFound()
      return findFile(tx, agreement.fileId)
    })
    return fileResponse(c.var.read, found(file))
  })

  .post('/agreements/:id/answer', allow(keepsAgreements), async c => {
    const form = await readForm(c, agreementAnswerForm)
    if (!form.ok) return show(c, 422, { values: form.values, problems: form.problems })
    const outcome = await c.var.write(async tx => {
      const agreement = await visible(c, tx)
      const as = answersAs(c.var.viewer, agreement)
      authorize(as !== null || agreement.status !== 'proposed')
      // Answered by somebody else a moment ago: the action says so.
      return answerAgreement(tx, { ...form.data, agreement: agreement.id, as: as ?? 'umbrella' })
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome, values: form.values })
    const said =
      form.data.answer === 'confirmed' ? 'network.said.agreementConfirmed' : 'network.said.agreementRefused'
    return c.var.seeOther(`/agreements/${idParam(c)}`, said)
  })

  .post('/agreements/:id/withdrawal', allow(keepsAgreements), async c => {
    const outcome = await c.var.write(async tx => {
      const agreement = await visible(c, tx)
      authorize(canWithdrawAgreement(c.var.viewer, agreement) || agreement.status !== 'proposed')
      return withdrawAgreement(tx, agreement.id)
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther(`/agreements/${idParam(c)}`, 'network.said.agreementWithdrawn')
  })

  .get('/agreements/:id/end', allow(keepsAgreements), async c => {
    const agreement = await c.var.read(tx => visible(c, tx))
    authorize(canEndAgreement(c.var.viewer, agreement))
    return c.var.page(<AgreementEndPage agreement={agreement} values={{ day: agreement.today }} />)
  })

  .post('/agreements/:id/end', allow(keepsAgreements), async c => {
    const form = await readForm(c, endAgreementForm)
    const { agreement, outcome } = await c.var.write(async tx => {
      const agreement = await visible(c, tx)
      authorize(canEndAgreement(c.var.viewer, agreement) || agreement.status === 'ended')
      return {
        agreement,
        outcome: form.ok ? await endAgreement(tx, { ...form.data, agreement: agreement.id }) : null,
      }
    })
    if (outcome?.ok)
      return c.var.seeOther(`/partners/${agreement.membershipId}`, 'network.said.agreementEnded')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = <AgreementEndPage agreement={agreement} values={form.values} {...shown} />
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })
