import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { open, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { idQuery, numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAmongMembers, type Viewer } from '#platform/http/viewer.ts'
import { liveStream } from '#platform/live/stream.ts'
import { BoardPage, WaitingPage } from '../pages/board.tsx'
import { standingWords } from '../pages/standing-words.ts'
import { runningDecisions, type Standing, standingOf } from '../queries/standing.ts'
import { waitingMembers } from '../queries/waiting-members.ts'

const perPage = 100

const maySee = (viewer: Viewer, { secret }: Standing) => !secret || isAmongMembers(viewer)

async function visible(tx: Tx, viewer: Viewer, number: number): Promise<Standing> {
  const standing = found(await standingOf(tx, number))
  if (!maySee(viewer, standing)) throw new NotFound()
  return standing
}

const running = ({ status }: Standing) => status === 'open' || status === 'countdown'

// Who takes part in a secret ballot is nobody's business while it runs.
async function waiting(c: Context<UmbrellaEnv>) {
  const number = numberParam(c)
  const after = idQuery(c, 'after')
  const view = await c.var.read(async tx => {
    const standing = await visible(tx, c.var.viewer, number)
    if (standing.secret || !running(standing)) throw new NotFound()
    return { standing, members: await waitingMembers(tx, standing.id, { after, limit: perPage + 1 }) }
  })
  const members = view.members.slice(0, perPage)
  const next = view.members.length > perPage ? members.at(-1)!.id : null
  const now = Temporal.Now.instant()
  return c.var.page(<WaitingPage standing={view.standing} members={members} next={next} now={now} />)
}

/** The board of decisions that run, who is missing in each, and its tally as it moves. */
export const boardRoutes = umbrellaRoutes()
  .get('/board', published, async c => {
    const all = await c.var.read(runningDecisions)
    const shown = all.filter(standing => maySee(c.var.viewer, standing))
    return c.var.page(<BoardPage running={shown} now={Temporal.Now.instant()} />)
  })

  .get('/decisions/:number/waiting', published, waiting)

  .get('/decisions/:number/live', open, async c => {
    const number = numberParam(c)
    const { id } = await c.var.read(tx => visible(tx, c.var.viewer, number))
    return liveStream(c, id, async viewer => {
      const standing = await c.var.read(tx => standingOf(tx, number))
      return standing && maySee(viewer, standing) ? standingWords(c.var.i18n, standing) : null
    })
  })
