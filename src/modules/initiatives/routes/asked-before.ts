import type { Tx } from '#platform/database/scope.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { askingCapacities, canSeeDecision } from '../policy/decisions.ts'
import { findDecision } from '../queries/decision.ts'
import { backersOf } from '../queries/positions.ts'
import { proposalDecided } from '../queries/proposals.ts'
import type { C } from './initiative-of.ts'
import type { AskedBefore } from './proposal-form.tsx'

/** The decision about which a proposal asks again. Where nobody for whom one acts can ask: 403. */
export async function askedBefore(c: C, tx: Tx, number: number): Promise<AskedBefore> {
  const decision = found(await findDecision(tx, number))
  found(canSeeDecision(c.var.viewer, decision) || null)
  const able = askingCapacities(c.var.viewer, decision, await backersOf(tx, decision.id))
  authorize(able.length > 0)
  const proposal = found(await proposalDecided(tx, number))
  return { id: decision.id, number, able: able.map(({ membership }) => membership), proposal }
}
