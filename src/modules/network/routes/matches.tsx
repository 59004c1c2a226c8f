import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { answerMatch, closeMatch } from '../actions/answer-match.ts'
import { matchAnswerForm, outcomeForm } from '../forms/aid.ts'
import { MatchPage, type MatchPageProps } from '../pages/match.tsx'
import { MatchesPage } from '../pages/matches.tsx'
import { answersFor, canPostListings, canSeeMatch, sidesOf } from '../policy/aid.ts'
import { listMatches } from '../queries/aid.ts'
import { findMatch, type MatchView } from '../queries/matches.ts'
import { ownMembers } from './aid.tsx'

type C = Context<UmbrellaEnv>

async function visible(c: C, tx: Tx): Promise<MatchView> {
  const match = found(await findMatch(tx, idParam(c)))
  if (!canSeeMatch(c.var.viewer, match)) throw new NotFound()
  return match
}

async function show(
  c: C,
  status: 200 | 409 | 422 = 200,
  shown: Pick<MatchPageProps, 'refusal' | 'form'> = {},
) {
  const match = await c.var.read(tx => visible(c, tx))
  return c.var.page(<MatchPage match={match} viewer={c.var.viewer} {...shown} />, { status })
}

export const matchRoutes = umbrellaRoutes()
  .get('/matches', allow(canPostListings), async c => {
    const { lines, more } = await c.var.read(tx =>
      listMatches(tx, { members: ownMembers(c), after: idQuery(c, 'after') }),
    )
    return c.var.page(
      <MatchesPage viewer={c.var.viewer} lines={lines} next={more ? lines.at(-1)!.id : null} />,
    )
  })

  .get('/matches/:id', allow(canPostListings), c => show(c))

  .post('/matches/:id/answer', allow(canPostListings), async c => {
    const form = await readForm(c, matchAnswerForm)
    if (!form.ok) return show(c, 422, { form: { ...form, name: 'answer' } })
    const outcome = await c.var.write(async tx => {
      const match = await visible(c, tx)
      // Nothing left to answer: somebody was faster, and the action says so.
      const side = answersFor(c.var.viewer, match) ?? sidesOf(c.var.viewer, match)[0]!
      return answerMatch(tx, { ...form.data, match: match.id, side })
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    const accepted = form.data.answer === 'accepted'
    return c.var.seeOther(
      `/matches/${idParam(c)}`,
      accepted ? 'network.said.matchAccepted' : 'network.said.matchDeclined',
    )
  })

  .post('/matches/:id/outcome', allow(canPostListings), async c => {
    const form = await readForm(c, outcomeForm)
    if (!form.ok) return show(c, 422, { form: { ...form, name: 'outcome' } })
    const outcome = await c.var.write(async tx => {
      const match = await visible(c, tx)
      const [side] = sidesOf(c.var.viewer, match)
      authorize(side !== undefined)
      const member = side === 'need' ? match.needMembership : match.offerMembership
      return closeMatch(tx, { ...form.data, match: match.id, member })
    })
    if (!outcome.ok) return show(c, 409, { refusal: outcome })
    return c.var.seeOther(`/matches/${idParam(c)}`, 'network.said.matchClosed')
  })
