import { allow, published } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAmongMembers } from '#platform/http/viewer.ts'
import { castBallot } from '../actions/cast-ballot.ts'
import { voteForm } from '../forms/decisions.ts'
import { DecisionsPage } from '../pages/decisions.tsx'
import { VotePage } from '../pages/vote-form.tsx'
import { canVote } from '../policy/decisions.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { type DecisionFilter, decisionFilters, listDecisions } from '../queries/decision.ts'
import { decisionOf, decisionPath, ownPositions } from './decision-of.ts'
import { showDecision } from './decision-page.tsx'
import { actsFor, type C } from './initiative-of.ts'

const perPage = 50

const isFilter = (value: unknown): value is DecisionFilter => decisionFilters.some(one => one === value)

type Shown = Pick<Parameters<typeof VotePage>[0], 'values' | 'problems' | 'refusal'>

async function votePage(c: C, shown: Shown, status: 200 | 409 | 422) {
  const page = await c.var.read(async tx => {
    const decision = await decisionOf(c, tx)
    return { decision, own: await ownPositions(c, tx, decision) }
  })
  authorize(page.own.length > 0 && (canVote(c.var.viewer, page.decision) || shown.refusal !== undefined))
  const [only, another] = page.own
  const said =
    only && !another ? { choice: only.choice ?? '', statement: c.var.i18n.text(only.statement).value } : {}
  return c.var.page(<VotePage {...page} values={said} {...shown} />, { status })
}

/** What the members are asked, and their votes. */
export const decisionRoutes = umbrellaRoutes()
  .get('/decisions', published, async c => {
    const show = c.req.query('show')
    const filter = isFilter(show) ? show : null
    const secret = isAmongMembers(c.var.viewer)
    const page = { filter, secret, before: numberQuery(c, 'before'), limit: perPage + 1 }
    const all = await c.var.read(tx => listDecisions(tx, page))
    const next = all.length > perPage ? all[perPage - 1]!.number : null
    return c.var.page(<DecisionsPage decisions={all.slice(0, perPage)} filter={filter} next={next} />)
  })

  .get('/decisions/:number', published, c => showDecision(c, 200))

  .get('/decisions/:number/vote', allow(actsWithVote), c => votePage(c, {}, 200))

  .post('/decisions/:number/vote', allow(actsWithVote), async c => {
    const form = await readForm(c, voteForm)
    if (!form.ok) return votePage(c, form, 422)
    const { membership, choice, statement } = form.data
    const outcome = await c.var.write(async tx => {
      const decision = await decisionOf(c, tx)
      authorize(!decision.secret)
      return castBallot(tx, {
        ...{ decision: decision.id, membership: actsFor(c.var.viewer, membership), choice },
        statement: statement === null ? null : { [c.var.locale]: statement },
      })
    })
    if (!outcome.ok) return votePage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(decisionPath(c), 'initiatives.said.voted')
  })
