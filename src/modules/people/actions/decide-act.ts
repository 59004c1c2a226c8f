import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { authorize, found } from '#platform/http/errors.ts'
import type { ActDefinition } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { canWithdrawAct, type SecondPersonProblem, secondPersonProblem, takesPartInActs } from '../policy.ts'
import { actForDecision, type ListedAct } from '../queries/acts.ts'

type Decision = 'confirmed' | 'refused' | 'withdrawn'

const problems: Record<SecondPersonProblem, MessageKey> = {
  decided: 'people.refused.decided',
  outsider: 'people.refused.outsider',
  proposer: 'people.refused.proposer',
  'same-member': 'people.refused.sameMember',
  'own-role': 'people.refused.ownRole',
}

// The database sees mandates that the page could not know of yet: it has the last word, in the same words.
const guarded = { second_member: problems['same-member'], decided_once: problems.decided } as const

async function settle(tx: Tx, act: ListedAct, status: Decision): Promise<void> {
  await tx.execute(sql`
    update people.acts set status = ${status}, decided_by = platform.current_account(), decided_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${act.id}`)
  await record(tx, {
    action: `people.act_${status}`,
    subject: { type: 'act', id: act.id },
    visibility: 'members',
    detail: { kind: act.kind },
  })
}

/** Confirms an open act as its second person, and does what it says, all in this transaction or nothing of it. */
export async function confirmAct(
  tx: Tx,
  viewer: Viewer,
  id: string,
  kinds: ReadonlyMap<string, ActDefinition>,
): Promise<Outcome> {
  authorize(takesPartInActs(viewer))
  const act = found(await actForDecision(tx, id))
  const problem = secondPersonProblem(viewer, act)
  if (problem) return refuse(problems[problem])
  const definition = kinds.get(act.kind)
  if (!definition) throw new Error(`no room defines the act ${act.kind}`)
  return refusingWhenViolated(tx, guarded, async () => {
    await settle(tx, act, 'confirmed')
    return definition.apply(tx, { id, subject: act.subjectId, payload: act.payload })
  })
}

/** Refuses an open act as its second person. */
export async function refuseAct(tx: Tx, viewer: Viewer, id: string): Promise<Outcome> {
  authorize(takesPartInActs(viewer))
  const act = found(await actForDecision(tx, id))
  const problem = secondPersonProblem(viewer, act)
  if (problem) return refuse(problems[problem])
  return refusingWhenViolated(tx, guarded, async () => {
    await settle(tx, act, 'refused')
    return { ok: true }
  })
}

/** Takes back an open act of one's own. */
export async function withdrawAct(tx: Tx, viewer: Viewer, id: string): Promise<Outcome> {
  const act = found(await actForDecision(tx, id))
  if (act.status !== 'proposed') return refuse(problems.decided)
  authorize(canWithdrawAct(viewer, act))
  await settle(tx, act, 'withdrawn')
  return { ok: true }
}
