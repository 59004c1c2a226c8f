import { uploaded } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, signedIn } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor, isCoordinator } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { refuse } from '#platform/refusal.ts'
import { confirmBallot, declineBallot, enterBallot } from '../actions/enter-ballot.ts'
import { enteredVoteForm } from '../forms/decisions.ts'
import { EnteredVotePage } from '../pages/entered-vote.tsx'
import { EnterVotePage } from '../pages/vote-form.tsx'
import { canEnterVotes } from '../policy/decisions.ts'
import { findEntered } from '../queries/positions.ts'
import { decisionOf, decisionPath, offeredElectors } from './decision-of.ts'
import type { C } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof EnterVotePage>[0], 'values' | 'problems' | 'refusal'>

async function enterPage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const page = await c.var.read(async tx => {
    const decision = await decisionOf(c, tx)
    authorize(canEnterVotes(c.var.viewer, decision) || shown.refusal !== undefined)
    const chosen = shown.values?.membership
    return { decision, offered: await offeredElectors(c, tx, decision, { chosen, voted: false }) }
  })
  return c.var.page(<EnterVotePage {...page} {...shown} />, { status })
}

/** The entered vote in the address: for the member's own people and the secretariat; 404 for everybody else. */
async function enteredVote(c: C, tx: Tx) {
  const decision = await decisionOf(c, tx)
  const vote = found(await findEntered(tx, { decision: decision.id, id: idParam(c) }))
  const own = capacityFor(c.var.viewer, vote.elector) !== undefined
  if (!own && !isCoordinator(c.var.viewer)) throw new NotFound()
  return { decision, vote, answers: own }
}

async function answered(c: C, answer: typeof confirmBallot, said: MessageKey) {
  const outcome = await c.var.write(async tx => {
    const { decision, vote, answers } = await enteredVote(c, tx)
    authorize(answers)
    return answer(tx, { ballot: vote.id, decision: decision.id, membership: vote.elector })
  })
  if (outcome.ok) return c.var.seeOther(decisionPath(c), said)
  const seen = await c.var.read(tx => enteredVote(c, tx))
  return c.var.page(<EnteredVotePage {...seen} refusal={outcome} />, { status: 409 })
}

/** Votes on signed paper, by e-mail or at a meeting: entered by a coordinator, confirmed by the member. */
export const enteredVoteRoutes = umbrellaRoutes()
  .get('/decisions/:number/entered/new', allow(isCoordinator), c => enterPage(c, {}, 200))

  .post('/decisions/:number/entered', allow(isCoordinator), async c => {
    const form = await readForm(c, enteredVoteForm)
    const evidence = await uploaded(c, 'evidence')
    if (!form.ok || !evidence) {
      const problems = [
        ...(form.ok ? [] : form.problems),
        ...(evidence ? [] : [{ field: 'evidence', message: 'platform.form.missing' as const }]),
      ]
      return enterPage(c, { values: form.values, problems }, 422)
    }
    const { membership, choice, channel, statement } = form.data
    const outcome = await c.var.write(async tx => {
      const decision = await decisionOf(c, tx)
      if (decision.secret) return refuse('initiatives.ballot.tooLate')
      return enterBallot(tx, {
        ...{ decision: decision.id, membership, choice, channel, evidence },
        statement: statement === null ? null : { [c.var.locale]: statement },
      })
    })
    if (!outcome.ok) return enterPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(decisionPath(c, `/entered/${outcome.id}`), 'initiatives.said.voteEntered')
  })

  .get('/decisions/:number/entered/:id', signedIn, async c => {
    const seen = await c.var.read(tx => enteredVote(c, tx))
    return c.var.page(<EnteredVotePage {...seen} />)
  })

  .get('/decisions/:number/entered/:id/file', signedIn, async c => {
    const file = await c.var.read(async tx => findFile(tx, (await enteredVote(c, tx)).vote.file))
    return fileResponse(c.var.read, found(file))
  })

  .post('/decisions/:number/entered/:id/confirmation', signedIn, c =>
    answered(c, confirmBallot, 'initiatives.said.voteConfirmed'),
  )

  .post('/decisions/:number/entered/:id/refusal', signedIn, c =>
    answered(c, declineBallot, 'initiatives.said.voteDeclined'),
  )
