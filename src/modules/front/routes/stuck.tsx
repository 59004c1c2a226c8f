import type { Context, Hono } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { Env, UmbrellaEnv } from '#platform/http/context.ts'
import { NotFound } from '#platform/http/errors.ts'
import { isId } from '#platform/http/params.ts'
import { installationRoutes, umbrellaRoutes } from '#platform/http/routes.ts'
import { isAdministrator, isCoordinator, type Viewer } from '#platform/http/viewer.ts'
import { deadLetters, dismissDeadLetter, retryDeadLetter } from '#platform/jobs/index.ts'
import type { Outcome, Refusal } from '#platform/refusal.ts'
import { StuckPage } from '../pages/stuck.tsx'

async function show(c: Context<Env>, refusal?: Refusal) {
  const letters = await c.var.read(tx => deadLetters(tx))
  const base = c.req.path.replace(/\/stuck.*$/, '/stuck')
  const page = <StuckPage letters={letters} base={base} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

async function settle(c: Context<Env>, how: (tx: Tx, id: string) => Promise<Outcome>) {
  const id = c.req.param('id')
  if (!isId(id)) throw new NotFound()
  const outcome = await c.var.write(tx => how(tx, id))
  return outcome.ok ? c.var.seeOther('/stuck', 'front.said.settled') : show(c, outcome)
}

const stuck = <E extends Env | UmbrellaEnv>(routes: Hono<E>, may: (viewer: Viewer) => boolean) =>
  (routes as unknown as Hono<Env>)
    .get('/stuck', allow(may), c => show(c))
    .post('/stuck/:id/retry', allow(may), c => settle(c, retryDeadLetter))
    .post('/stuck/:id/dismissal', allow(may), c => settle(c, dismissDeadLetter))

/** Work of an umbrella that failed for good, for its coordinators. */
export const umbrellaStuckRoutes = () =>
  stuck(umbrellaRoutes(), isCoordinator) as unknown as Hono<UmbrellaEnv>

/** Work of the installation that failed for good, for its administrators. */
export const installationStuckRoutes = () => stuck(installationRoutes(), isAdministrator)
