import { rows, type Tx } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { voteEntered } from '../emails/ballots.ts'
import { voteReplaced } from '../events.ts'
import type { Choice, EnteredChannel } from '../schema/decisions.ts'
import { ballotRefusals } from './cast-ballot.ts'

export type EnteredVote = {
  decision: string
  membership: string
  choice: Choice
  statement: Localised | null
  channel: EnteredChannel
  evidence: File
}

/**
 * A coordinator enters a vote that came on signed paper, by e-mail or at a meeting, with the file that shows it. It counts
 * when a representative of the member confirms it, and never otherwise.
 */
export const enterBallot = (
  tx: Tx,
  { decision, membership, choice, statement, channel, evidence }: EnteredVote,
): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, ballotRefusals, async () => {
    const stored = await storeFile(tx, { name: evidence.name, bytes: evidence })
    if (!stored.ok) return refuse(stored.reason, stored.values)
    const id = newId()
    await rows(
      tx,
      'decisions.enter',
      `insert into initiatives.ballots (id, decision_id, elector_id, choice, statement, channel, evidence_file_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, decision, membership, choice, statement && JSON.stringify(statement), channel, stored.file.id],
    )
    await record(tx, {
      action: 'initiatives.ballot_entered',
      member: membership,
      subject: { type: 'decision', id: decision },
      visibility: 'members',
      detail: { channel },
    })
    await voteEntered(tx, id)
    return { ok: true, id }
  })

const refusals = {
  ...ballotRefusals,
  ballot_answered_once: 'initiatives.ballot.answeredAlready',
  confirmed_by_another: 'initiatives.ballot.confirmedByAnother',
  ballot_not_overtaken: 'initiatives.ballot.overtaken',
} as const

type Entered = { ballot: string; decision: string; membership: string }

async function answer(tx: Tx, { ballot }: Entered, column: 'confirmed_at' | 'declined_at'): Promise<void> {
  await rows(
    tx,
    `decisions.${column}`,
    `update initiatives.ballots set ${column} = now() where umbrella_id = platform.current_umbrella() and id = $1`,
    [ballot],
  )
}

/** The member says that an entered vote is its own: now it counts. */
export const confirmBallot = (tx: Tx, entered: Entered): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    await answer(tx, entered, 'confirmed_at')
    await record(tx, {
      action: 'initiatives.ballot_confirmed',
      member: entered.membership,
      subject: { type: 'decision', id: entered.decision },
      visibility: 'public',
    })
    const [before] = await rows<{ replaced: string | null }>(
      tx,
      'decisions.replaced',
      'select initiatives.replaced_voice($1) as replaced',
      [entered.ballot],
    )
    if (before!.replaced !== null)
      await voteReplaced.emit(tx, { ballot: entered.ballot, replaced: before!.replaced })
    tellMoved(tx, entered.decision)
    return { ok: true }
  })

/** The member says that an entered vote is not its own: it never counts, and the secretariat looks into it. */
export const declineBallot = (tx: Tx, entered: Entered): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    await answer(tx, entered, 'declined_at')
    await record(tx, {
      action: 'initiatives.ballot_declined',
      member: entered.membership,
      subject: { type: 'decision', id: entered.decision },
      visibility: 'members',
    })
    return { ok: true }
  })
