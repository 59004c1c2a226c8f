import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import { answerChallenge, challengeScope, withdrawChallenge } from '../actions/challenge-scope.ts'
import { challengeAnswerForm, challengeForm } from '../forms/discussion.ts'
import { canInitiate, otherCapacities, ownsInitiative } from '../policy/initiatives.ts'
import { findChallenge } from '../queries/discussion.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { actsFor, type C, initiativeOf } from './initiative-of.ts'
import { showAgain, showInitiative } from './initiative-page.tsx'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

async function challengeOf(c: C, tx: Tx, initiative: InitiativeView) {
  const challenge = found(await findChallenge(tx, idParam(c, 'challenge')))
  if (challenge.initiativeId !== initiative.id) throw new NotFound()
  return challenge
}

export const challengeRoutes = umbrellaRoutes()
  .post('/initiatives/:number/scope', allow(canInitiate), async c => {
    const form = await readForm(c, challengeForm)
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      if (!form.ok) return null
      const membership = actsFor(c.var.viewer, form.data.membership)
      authorize(
        otherCapacities(c.var.viewer, initiative).length > 0 || !ownsInitiative(c.var.viewer, initiative),
      )
      const topic = initiative.scopeAnswers[Number(form.data.topic || Number.NaN)]?.topic ?? null
      const { reasons } = form.data
      return challengeScope(tx, {
        initiative: initiative.id,
        membership,
        topic,
        reasons,
        locale: c.var.locale,
      })
    })
    if (!form.ok || !outcome) return showAgain(c, 'challenge', form)
    if (!outcome.ok) return showAgain(c, 'challenge', form, outcome)
    return c.var.seeOther(at(c, '#scope'), 'initiatives.said.challenged')
  })

  .post('/initiatives/:number/scope/:challenge/answer', allow(canInitiate), async c => {
    const form = await readForm(c, challengeAnswerForm)
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(ownsInitiative(c.var.viewer, initiative))
      const { id } = await challengeOf(c, tx, initiative)
      return form.ok ? answerChallenge(tx, { id, answer: form.data.answer, locale: c.var.locale }) : null
    })
    const name = `answer-${idParam(c, 'challenge')}`
    if (!form.ok || !outcome) return showAgain(c, name, form)
    if (!outcome.ok) return showAgain(c, name, form, outcome)
    return c.var.seeOther(at(c, '#scope'), 'initiatives.said.challengeAnswered')
  })

  .post('/initiatives/:number/scope/:challenge/withdrawal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const challenge = await challengeOf(c, tx, await initiativeOf(c, tx))
      authorize(capacityFor(c.var.viewer, challenge.membershipId) !== undefined)
      return withdrawChallenge(tx, challenge.id)
    })
    if (!outcome.ok) return showInitiative(c, 409, { refusal: outcome })
    return c.var.seeOther(at(c, '#scope'), 'initiatives.said.challengeWithdrawn')
  })
