import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised, MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
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

// The journal's entry travels with the ballot: one message where everybody votes at once.
const casting = `
  with ballot as materialized (select refused, replaced from initiatives.cast_ballot($1, $2, $3, $4, $5)),
    entry as (
      insert into platform.journal_entries (id, action, member_id, subject_type, subject_id, visibility, detail)
      select $6, 'initiatives.ballot_cast', $2, 'decision', $1, 'public', $7 from ballot where refused is null)
  select refused, replaced from ballot`

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
    casting,
    [
      decision,
      membership,
      id,
      choice,
      statement && JSON.stringify(statement),
      newId(),
      JSON.stringify({ choice }),
    ],
  )
  const { refused, replaced } = cast!
  if (refused !== null) {
    const reason = ballotRefusals[refused]
    if (!reason) throw new Error(`a ballot was refused by ${refused}, which has no words`)
    return refuse(reason)
  }
  if (replaced !== null) await voteReplaced.emit(tx, { ballot: id, replaced })
  tellMoved(tx, decision)
  return { ok: true, id }
}
