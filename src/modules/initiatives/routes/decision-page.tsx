import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { idQuery } from '#platform/http/params.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import type { Refusal } from '#platform/refusal.ts'
import { DecisionPage, type DecisionParts } from '../pages/decision.tsx'
import { votingCapacities } from '../policy/procedures.ts'
import { appealsAgainst, findAppealable } from '../queries/appeals.ts'
import { subjectOf } from '../queries/decision-subject.ts'
import {
  backersOf,
  challengesOf,
  type PositionFilter,
  positionFilters,
  positionsOf,
  supportsOf,
  waitingEntered,
} from '../queries/positions.ts'
import { standingOf } from '../queries/standing.ts'
import { ruleOf } from '../rules.ts'
import { decisionOf, ownPositions } from './decision-of.ts'
import type { C } from './initiative-of.ts'

const perPage = 100

const isFilter = (value: unknown): value is PositionFilter => positionFilters.some(one => one === value)

const acting = (c: C) => votingCapacities(c.var.viewer).map(({ membership }) => membership)

const askingRules = async (tx: Tx) => ({
  needed: (await ruleOf(tx, 'decisions.cosponsors')).value,
  days: (await ruleOf(tx, 'decisions.identical_text_days')).value,
})

async function partsOf(c: C, tx: Tx): Promise<DecisionParts> {
  const decision = await decisionOf(c, tx)
  const { id, secret } = decision
  const own = secret ? [] : await ownPositions(c, tx, decision)
  const show = c.req.query('show')
  const filter = isFilter(show) ? show : null
  const page = { filter, after: idQuery(c, 'after'), limit: perPage + 1 }
  const positions = secret ? [] : await positionsOf(tx, id, page)
  const mine = isCoordinator(c.var.viewer) ? null : own.map(position => position.id)
  const nobody = mine !== null && mine.length === 0
  return {
    ...{ decision, own, filter },
    standing: found(await standingOf(tx, decision.number)),
    waiting: secret || nobody ? [] : await waitingEntered(tx, id, mine),
    positions: positions.slice(0, perPage),
    next: positions.length > perPage ? positions[perPage - 1]!.id : null,
    supports: await supportsOf(tx, id),
    challenges: await challengesOf(tx, id),
    backers: await backersOf(tx, id),
    asking: decision.status === 'sealed' && !secret ? await askingRules(tx) : null,
    about: await subjectOf(tx, decision),
    appeals: await appealsAgainst(tx, id),
    appealable: found(await findAppealable(tx, decision.number, acting(c))),
  }
}

/** The page of a decision, also after something was refused. */
export async function showDecision(c: C, status: 200 | 409, refusal?: Refusal) {
  const parts = await c.var.read(tx => partsOf(c, tx))
  const now = Temporal.Now.instant()
  return c.var.page(<DecisionPage {...parts} viewer={c.var.viewer} now={now} refusal={refusal} />, { status })
}
