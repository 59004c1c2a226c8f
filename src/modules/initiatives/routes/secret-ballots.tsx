import { namesOf } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAmongMembers } from '#platform/http/viewer.ts'
import { castSecretBallot } from '../actions/cast-secret-ballot.ts'
import { secretBallotForm } from '../forms/appeals.ts'
import { SecretBallotPage } from '../pages/secret-ballot.tsx'
import { actsWithVote, secretVotes, votingCapacities } from '../policy/procedures.ts'
import { subjectOf } from '../queries/decision-subject.ts'
import { findSecret } from '../queries/secret.ts'
import { actsFor, type C } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof SecretBallotPage>[0], 'values' | 'problems' | 'refusal'>

const voters = (c: C) => votingCapacities(c.var.viewer).map(({ membership }) => membership)

async function show(c: C, shown: Shown = {}) {
  const view = await c.var.read(async tx => {
    const decision = found(await findSecret(tx, numberParam(c), voters(c)))
    const free = secretVotes(c.var.viewer, decision).map(({ membership }) => membership)
    return {
      decision,
      about: await subjectOf(tx, decision),
      members: await namesOf(tx, free),
      voted: await namesOf(tx, decision.voted),
    }
  })
  const status = shown.refusal ? 409 : shown.problems ? 422 : 200
  return c.var.page(<SecretBallotPage {...view} {...shown} />, { status })
}

/** The ballot of a secret decision. */
export const secretBallotRoutes = umbrellaRoutes()
  .get('/decisions/:number/secret-ballot', allow(isAmongMembers), c => show(c))

  .post('/decisions/:number/secret-ballot', allow(actsWithVote), async c => {
    const form = await readForm(c, secretBallotForm)
    if (!form.ok) {
      // What somebody chose is not sent back to the screen of a ballot that was not cast.
      const { choice: _forgotten, ...values } = form.values
      return show(c, { values, problems: form.problems })
    }
    const outcome = await c.var.write(async tx => {
      const decision = found(await findSecret(tx, numberParam(c), voters(c)))
      const membership = actsFor(c.var.viewer, form.data.membership)
      return castSecretBallot(tx, { decision: decision.id, membership, choice: form.data.choice })
    })
    if (!outcome.ok) return show(c, { refusal: outcome })
    return c.var.seeOther(`/decisions/${numberParam(c)}/secret-ballot`, 'initiatives.said.secretCast')
  })
