import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import type { FormValues } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { canSeeDecision } from '../policy/decisions.ts'
import { votingCapacities } from '../policy/procedures.ts'
import { type DecisionView, findDecision } from '../queries/decision.ts'
import { electorsNamed, type PositionView, positionsOfMembers } from '../queries/positions.ts'
import type { C } from './initiative-of.ts'

/** The decision in the address, when the viewer may see it; 404 otherwise. */
export async function decisionOf(c: C, tx: Tx): Promise<DecisionView> {
  const decision = found(await findDecision(tx, numberParam(c)))
  if (!canSeeDecision(c.var.viewer, decision)) throw new NotFound()
  return decision
}

/** Where the viewer's own members stand; those that joined after the opening are not among them. */
export const ownPositions = (c: C, tx: Tx, decision: DecisionView): Promise<PositionView[]> =>
  positionsOfMembers(
    tx,
    decision.id,
    votingCapacities(c.var.viewer).map(({ membership }) => membership),
  )

/** What somebody looks for among members: `?q=…`. */
export const soughtName = (c: C): string => (c.req.query('q') ?? '').slice(0, 200)

/** Electors of whom the viewer names one; who was chosen before stays among them. */
export async function offeredElectors(
  c: C,
  tx: Tx,
  { id }: DecisionView,
  { chosen, voted }: { chosen: FormValues[string]; voted: boolean },
) {
  const offered = await electorsNamed(tx, id, { sought: soughtName(c), voted })
  if (typeof chosen !== 'string' || !z.uuid().safeParse(chosen).success) return offered
  if (offered.members.some(member => member.id === chosen)) return offered
  return { ...offered, members: [...(await positionsOfMembers(tx, id, [chosen])), ...offered.members] }
}

/** The page of the decision in the address, below the umbrella. */
export const decisionPath = (c: C, place = ''): string => `/decisions/${numberParam(c)}${place}`

/** The way back from a page that asks before something is done about a decision. */
export const decisionFrame = (c: C, number: number) => {
  const { t } = c.var.i18n
  return {
    back: decisionPath(c),
    crumbs: [
      { label: t('initiatives.decision.listTitle'), path: '/decisions' },
      { label: t('initiatives.board.decision', { number }), path: decisionPath(c) },
    ],
  }
}
