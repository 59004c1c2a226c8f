import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { challengeMandate, proposeSettlement } from '../actions/challenge-mandate.ts'
import { mandateChallengeForm, settlementForm } from '../forms/decisions.ts'
import { ChallengeFormPage, ChallengePage } from '../pages/mandate-challenge.tsx'
import { canSettle, canVote } from '../policy/decisions.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { challengesOf } from '../queries/positions.ts'
import { decisionOf, decisionPath, offeredElectors, ownPositions } from './decision-of.ts'
import { actsFor, type C } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof ChallengeFormPage>[0], 'values' | 'problems' | 'refusal'>

async function formPage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const page = await c.var.read(async tx => {
    const decision = await decisionOf(c, tx)
    const own = await ownPositions(c, tx, decision)
    authorize(own.length > 0 && (canVote(c.var.viewer, decision) || shown.refusal !== undefined))
    return {
      decision,
      own,
      offered: await offeredElectors(c, tx, decision, { chosen: shown.values?.elector, voted: true }),
    }
  })
  return c.var.page(<ChallengeFormPage {...page} {...shown} />, { status })
}

async function challengeIn(c: C, tx: Tx) {
  const decision = await decisionOf(c, tx)
  const all = await challengesOf(tx, decision.id)
  return { decision, challenge: found(all.find(({ id }) => id === idParam(c))) }
}

async function challengePage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const page = await c.var.read(tx => challengeIn(c, tx))
  return c.var.page(<ChallengePage {...page} viewer={c.var.viewer} {...shown} />, { status })
}

/** Doubts about the mandate behind a vote, and how two coordinators settle them. */
export const mandateChallengeRoutes = umbrellaRoutes()
  .get('/decisions/:number/challenges/new', allow(actsWithVote), c => formPage(c, {}, 200))

  .post('/decisions/:number/challenges', allow(actsWithVote), async c => {
    const form = await readForm(c, mandateChallengeForm)
    if (!form.ok) return formPage(c, form, 422)
    const { elector, membership, reasons } = form.data
    const outcome = await c.var.write(async tx => {
      const decision = await decisionOf(c, tx)
      const challenger = actsFor(c.var.viewer, membership)
      authorize((await ownPositions(c, tx, decision)).some(({ id }) => id === challenger))
      return challengeMandate(tx, {
        ...{ decision: decision.id, elector, challenger, reasons, locale: c.var.locale },
      })
    })
    if (!outcome.ok) return formPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(decisionPath(c, `/challenges/${outcome.id}`), 'initiatives.said.mandateChallenged')
  })

  .get('/decisions/:number/challenges/:id', published, c => challengePage(c, {}, 200))

  .post('/decisions/:number/challenges/:id/settlement', allow(isCoordinator), async c => {
    const form = await readForm(c, settlementForm)
    if (!form.ok) return challengePage(c, form, 422)
    const { viewer } = c.var
    const outcome = await c.var.write(async tx => {
      const { decision, challenge } = await challengeIn(c, tx)
      authorize(canSettle(viewer, decision, challenge))
      return proposeSettlement(tx, viewer, { challenge: challenge.id, ...form.data })
    })
    if (!outcome.ok) return challengePage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(decisionPath(c, `/challenges/${idParam(c)}`), 'initiatives.said.settlementProposed')
  })
