import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { authorize } from '#platform/http/errors.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { newId } from '#platform/id.ts'
import { type Json, record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { actWaiting } from '../emails/act-waiting.ts'
import { takesPartInActs } from '../policy.ts'
import { coordinators } from '../queries/roles.ts'

/** What is proposed: `kind` of an `ActDefinition`, `subject` the row it is about, `reason` in the proposer's words. */
export type Proposal = {
  kind: `${string}.${string}`
  subject: string
  payload?: Record<string, Json>
  reason: string
  /** Persons whom the payload or the reason names, for the journal; a role act names its subject. */
  about?: string[]
}

/**
 * Proposes a two-person act in the umbrella of the transaction, journals it for members and tells the other coordinators.
 * Refused while the same act is open. Throws Forbidden for who is no coordinator.
 */
export async function proposeAct(
  tx: Tx,
  viewer: Viewer,
  proposal: Proposal,
): Promise<Outcome<{ id: string }>> {
  authorize(takesPartInActs(viewer))
  const id = newId()
  const payload = JSON.stringify(proposal.payload ?? {})
  const { rowCount } = await tx.execute(sql`
    insert into people.acts (umbrella_id, id, kind, subject_id, payload, reason, proposed_by)
    values (platform.current_umbrella(), ${id}, ${proposal.kind}, ${proposal.subject}, ${payload}::jsonb, ${proposal.reason},
      platform.current_account())
    on conflict do nothing`)
  if (!rowCount) return refuse('people.refused.actOpen')
  await record(tx, {
    action: 'people.act_proposed',
    subject: { type: 'act', id },
    visibility: 'members',
    detail: { kind: proposal.kind, ...proposal.payload },
    about: proposal.about,
  })
  const others = (await coordinators(tx)).filter(person => person !== viewer.account)
  await actWaiting(tx, { act: id, people: others })
  return { ok: true, id }
}
