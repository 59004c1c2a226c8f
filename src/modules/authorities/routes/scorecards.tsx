import type { Context } from 'hono'
import { published, signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { writeReply } from '../actions/write-reply.ts'
import { replyForm } from '../forms/publication.ts'
import { ScorecardPage } from '../pages/scorecard.tsx'
import { ReplyPage } from '../pages/scorecard-reply.tsx'
import { ScorecardsPage } from '../pages/scorecards.tsx'
import { findCard } from '../queries/scorecard.ts'
import { cardList } from '../queries/scorecard-list.ts'

const cardOf = async (c: Context<UmbrellaEnv>) => found(await c.var.readOnce(tx => findCard(tx, idParam(c))))

export const scorecardRoutes = umbrellaRoutes()
  .get('/scorecards', published, async c => {
    const after = c.req.query('after') ?? null
    const list = await c.var.readOnce(tx => cardList(tx, after))
    return c.var.page(<ScorecardsPage {...list} later={after !== null} />)
  })

  .get('/bodies/:id/scorecard', published, async c => c.var.page(<ScorecardPage card={await cardOf(c)} />))

  .get('/bodies/:id/reply', signedIn, async c => {
    const card = await cardOf(c)
    authorize(card.own)
    return c.var.page(<ReplyPage card={card} />)
  })

  .post('/bodies/:id/reply', signedIn, async c => {
    const card = await cardOf(c)
    authorize(card.own)
    const form = await readForm(c, replyForm)
    if (!form.ok) return c.var.page(<ReplyPage card={card} {...form} />, { status: 422 })
    const outcome = await c.var.write(tx => writeReply(tx, { body: card.body.id, ...form.data }))
    return outcome.ok
      ? c.var.seeOther(`/bodies/${card.body.id}/scorecard`, 'authorities.said.replyPublished')
      : c.var.page(<ReplyPage card={card} values={form.values} refusal={outcome} />, { status: 409 })
  })
