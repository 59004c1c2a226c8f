import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import { answerAmendment, proposeAmendment, withdrawAmendment } from '../actions/amend.ts'
import { amendmentAnswerForm } from '../forms/discussion.ts'
import { changeForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { AmendmentPage } from '../pages/amendment.tsx'
import { TextFormPage } from '../pages/text-form.tsx'
import { canAmend, canInitiate, otherCapacities, ownsInitiative } from '../policy/initiatives.ts'
import { findAmendment } from '../queries/amendments.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { actsFor, type C, initiativeOf } from './initiative-of.ts'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

async function amendmentOf(c: C, tx: Tx) {
  const initiative = await initiativeOf(c, tx)
  const amendment = found(await findAmendment(tx, initiative.id, numberParam(c, 'amendment')))
  return { initiative, amendment }
}

type Shown = Pick<Parameters<typeof AmendmentPage>[0], 'values' | 'problems' | 'refusal'>

async function showAmendment(c: C, status: 200 | 409 | 422 = 200, shown: Shown = {}) {
  const read = await c.var.read(tx => amendmentOf(c, tx))
  return c.var.page(<AmendmentPage {...read} viewer={c.var.viewer} {...shown} />, { status })
}

// An amendment is proposed for another member than the initiator, which changes its text itself.
const proposers = (c: C, tx: Tx, initiative: InitiativeView) =>
  namesOf(
    tx,
    otherCapacities(c.var.viewer, initiative).map(({ membership }) => membership),
  )

async function showForm(c: C, status: 200 | 409 | 422, shown: Shown) {
  const { initiative, members } = await c.var.read(async tx => {
    const initiative = await initiativeOf(c, tx)
    return { initiative, members: await proposers(c, tx, initiative) }
  })
  authorize(canAmend(c.var.viewer, initiative) || shown.refusal !== undefined)
  const current = {
    ...inLanguage(initiative, initiative.authoritative),
    base: String(initiative.version),
  }
  const page = (
    <TextFormPage
      purpose="amendment"
      initiative={initiative}
      members={members}
      {...shown}
      values={shown.values ?? current}
    />
  )
  return c.var.page(page, { status })
}

export const amendmentRoutes = umbrellaRoutes()
  .get('/initiatives/:number/amendments/new', allow(canInitiate), c => showForm(c, 200, {}))

  .post('/initiatives/:number/amendments', allow(canInitiate), async c => {
    const form = await readForm(c, changeForm)
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      if (!form.ok) return null
      const membership = actsFor(c.var.viewer, form.data.membership)
      authorize(membership !== initiative.membershipId)
      return proposeAmendment(tx, { ...form.data, initiative: initiative.id, membership })
    })
    if (!form.ok) return showForm(c, 422, { values: form.values, problems: form.problems })
    if (outcome && !outcome.ok) return showForm(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther(at(c, `/amendments/${outcome?.number}`), 'initiatives.said.amendmentProposed')
  })

  .get('/initiatives/:number/amendments/:amendment', published, c => showAmendment(c))

  .post('/initiatives/:number/amendments/:amendment/answer', allow(canInitiate), async c => {
    const form = await readForm(c, amendmentAnswerForm)
    const outcome = await c.var.write(async tx => {
      const { initiative, amendment } = await amendmentOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      if (!form.ok) return null
      const accepted = form.data.answer === 'accepted'
      const said = { accepted, answer: form.data.reasons, locale: c.var.locale }
      return answerAmendment(tx, { ...said, initiative: initiative.id, id: amendment.id })
    })
    if (!form.ok) return showAmendment(c, 422, { values: form.values, problems: form.problems })
    if (outcome && !outcome.ok) return showAmendment(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther(
      at(c, `/amendments/${numberParam(c, 'amendment')}`),
      form.data.answer === 'accepted'
        ? 'initiatives.said.amendmentAccepted'
        : 'initiatives.said.amendmentRefused',
    )
  })

  .post('/initiatives/:number/amendments/:amendment/withdrawal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const { amendment } = await amendmentOf(c, tx)
      authorize(capacityFor(c.var.viewer, amendment.membershipId) !== undefined)
      return withdrawAmendment(tx, amendment.id)
    })
    if (!outcome.ok) return showAmendment(c, 409, { refusal: outcome })
    return c.var.seeOther(
      at(c, `/amendments/${numberParam(c, 'amendment')}`),
      'initiatives.said.amendmentWithdrawn',
    )
  })
