import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import type { ActDefinition, Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { Outcome, Refusal } from '#platform/refusal.ts'
import { confirmAct, refuseAct, withdrawAct } from '../actions/decide-act.ts'
import { actDefinitions, type DescribedAct, describeAct } from '../acts.ts'
import { ActsPage } from '../pages/acts.tsx'
import { takesPartInActs } from '../policy.ts'
import { decidedActs, type ListedAct, openActs } from '../queries/acts.ts'
import { pathId } from './path-id.ts'

type Umbrella = Context<UmbrellaEnv>
type Kinds = ReadonlyMap<string, ActDefinition>

const pageSize = 20

// One after the other: they share one connection.
async function described(tx: Tx, i18n: I18n, kinds: Kinds, acts: ListedAct[]): Promise<DescribedAct[]> {
  const told: DescribedAct[] = []
  for (const act of acts) told.push(await describeAct(tx, i18n, kinds.get(act.kind), act))
  return told
}

async function show(c: Umbrella, kinds: Kinds, refusal?: Refusal) {
  const { i18n, viewer } = c.var
  const before = c.req.query('before')
  const lists = await c.var.read(async tx => {
    const decided = await decidedActs(tx, pageSize + 1, before ? pathId(before) : null)
    return {
      open: await described(tx, i18n, kinds, await openActs(tx)),
      decided: await described(tx, i18n, kinds, decided.slice(0, pageSize)),
      next: decided.length > pageSize ? decided[pageSize - 1]!.id : null,
    }
  })
  const page = <ActsPage {...lists} viewer={viewer} first={!before} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

async function answer(c: Umbrella, kinds: Kinds, said: MessageKey, decide: (tx: Tx) => Promise<Outcome>) {
  const outcome = await c.var.write(decide)
  return outcome.ok ? c.var.seeOther('/acts', said) : show(c, kinds, outcome)
}

/** Two-person acts of every room: what waits, what was decided. `modules` define the kinds. */
export function actRoutes(modules: () => Module[]) {
  const kinds = () => actDefinitions(modules())
  return umbrellaRoutes()
    .get('/acts', allow(takesPartInActs), c => show(c, kinds()))
    .post('/acts/:id/confirmation', allow(takesPartInActs), c => {
      const id = pathId(c.req.param('id'))
      const known = kinds()
      return answer(c, known, 'people.said.actConfirmed', tx => confirmAct(tx, c.var.viewer, id, known))
    })
    .post('/acts/:id/refusal', allow(takesPartInActs), c => {
      const id = pathId(c.req.param('id'))
      return answer(c, kinds(), 'people.said.actRefused', tx => refuseAct(tx, c.var.viewer, id))
    })
    .post('/acts/:id/withdrawal', allow(takesPartInActs), c => {
      const id = pathId(c.req.param('id'))
      return answer(c, kinds(), 'people.said.actWithdrawn', tx => withdrawAct(tx, c.var.viewer, id))
    })
}
