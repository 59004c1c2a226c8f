import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised, MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { voteReplaced } from '../events.ts'
import type { Choice } from '../schema/decisions.ts'

export type Cast = {
  decision: string
  /** The member for which the asking account votes. */
  membership: string
  choice: Choice
  statement: Localised | null
}

/** What stands in the way of a ballot, as the database names it. */
export const ballotRefusals: Record<string, MessageKey> = {
  ballot_in_time: 'initiatives.ballot.tooLate',
  elector_of_decision: 'initiatives.ballot.notElector',
  mandate_in_force: 'initiatives.ballot.noMandate',
  mandate_not_refuted: 'initiatives.ballot.mandateRefuted',
  one_member_per_person: 'initiatives.ballot.oneMember',
}

/**
 * Casts a ballot for a member, or changes the one that counts: the last before the end does. What is checked (the mandate of
 * today, the electorate, the time) is checked by the database inside the locks. Where another person of the member had voted,
 * both are told.
 */
export async function castBallot(
  tx: Tx,
  { decision, membership, choice, statement }: Cast,
): Promise<Outcome<{ id: string }>> {
  const id = newId()
  const [cast] = await rows<{ refused: string | null; replaced: string | null }>(
    tx,
    'decisions.cast',
    'select refused, replaced from initiatives.cast_ballot($1, $2, $3, $4, $5)',
    [decision, membership, id, choice, statement && JSON.stringify(statement)],
  )
  const { refused, replaced } = cast!
  if (refused !== null) {
    const reason = ballotRefusals[refused]
    if (!reason) throw new Error(`a ballot was refused by ${refused}, which has no words`)
    return refuse(reason)
  }
  await record(tx, {
    action: 'initiatives.ballot_cast',
    member: membership,
    subject: { type: 'decision', id: decision },
    visibility: 'public',
    detail: { choice },
  })
  if (replaced !== null) await voteReplaced.emit(tx, { ballot: id, replaced })
  tellMoved(tx, decision)
  return { ok: true, id }
}
