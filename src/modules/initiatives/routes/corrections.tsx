import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { answerCorrection, proposeCorrection, withdrawCorrection } from '../actions/correct-text.ts'
import { correctionAnswerForm } from '../forms/discussion.ts'
import { changeForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { TextFormPage } from '../pages/text-form.tsx'
import { canInitiate, confirmingCapacity, ownsInitiative } from '../policy/initiatives.ts'
import { holdCorrection } from '../queries/corrections.ts'
import { type C, correctable, initiativeOf } from './initiative-of.ts'
import { showInitiative } from './initiative-page.tsx'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

async function correctionOf(c: C, tx: Tx) {
  const initiative = await initiativeOf(c, tx)
  const correction = found(await holdCorrection(tx, idParam(c, 'correction')))
  if (correction.initiativeId !== initiative.id) throw new NotFound()
  return { initiative, correction }
}

export const correctionRoutes = umbrellaRoutes()
  .get('/initiatives/:number/correction', allow(canInitiate), async c => {
    const initiative = await c.var.read(tx => correctable(c, tx))
    const values = { ...inLanguage(initiative, initiative.authoritative), base: String(initiative.version) }
    return c.var.page(
      <TextFormPage purpose="correction" initiative={initiative} members={[]} values={values} />,
    )
  })

  .post('/initiatives/:number/corrections', allow(canInitiate), async c => {
    const form = await readForm(c, changeForm)
    const { initiative, outcome } = await c.var.write(async tx => {
      const initiative = await correctable(c, tx)
      if (!form.ok) return { initiative, outcome: null }
      const { base, texts, reasons } = form.data
      const correction = { base, texts, reasons, locale: initiative.authoritative, state: null }
      return {
        initiative,
        outcome: await proposeCorrection(tx, { ...correction, initiative: initiative.id }),
      }
    })
    if (outcome?.ok) return c.var.seeOther(at(c, '#corrections'), 'initiatives.said.correctionProposed')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = (
      <TextFormPage
        purpose="correction"
        initiative={initiative}
        members={[]}
        values={form.values}
        {...shown}
      />
    )
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })

  .post('/initiatives/:number/corrections/:correction/answer', allow(canInitiate), async c => {
    const form = await readForm(c, correctionAnswerForm)
    const outcome = await c.var.write(async tx => {
      const { initiative, correction } = await correctionOf(c, tx)
      const confirming = confirmingCapacity(c.var.viewer, correction)
      authorize(confirming !== undefined || correction.status !== 'proposed')
      if (!form.ok || !confirming) return refuse('initiatives.correction.answeredAlready')
      const answer = { membership: confirming.membership, confirmed: form.data.answer === 'confirmed' }
      return answerCorrection(tx, { ...answer, initiative: initiative.id, id: correction.id })
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#corrections'), 'initiatives.said.correctionAnswered')
  })

  .post('/initiatives/:number/corrections/:correction/withdrawal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const { initiative, correction } = await correctionOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      return withdrawCorrection(tx, correction.id)
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#corrections'), 'initiatives.said.correctionWithdrawn')
  })
