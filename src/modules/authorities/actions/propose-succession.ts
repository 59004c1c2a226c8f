import { proposeAct } from '#modules/people/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import type { Succession } from './keep-body.ts'

/** A coordinator proposes who goes on with the work of a body; a second one has to confirm. */
export async function proposeSuccession(
  tx: Tx,
  viewer: Viewer,
  { body, successor, since, ground }: Succession,
): Promise<Outcome> {
  if (body === successor) return refuse('authorities.body.refusal.sameBody')
  return proposeAct(tx, viewer, {
    ...{ kind: 'authorities.name_successor', subject: body, payload: { successor, since, ground } },
    reason: ground,
  })
}
