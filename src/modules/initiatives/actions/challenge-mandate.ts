import { proposeAct } from '#modules/people/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Act } from '#platform/http/module.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { record } from '#platform/journal/record.ts'
import { tellMoved } from '#platform/live/live.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { challengeRaised, challengeSettled } from '../emails/ballots.ts'

export type NewChallenge = {
  decision: string
  /** The member whose vote is in doubt. */
  elector: string
  /** The member that doubts. */
  challenger: string
  reasons: string
  locale: string
}

const refusals = {
  ballot_in_time: 'initiatives.challenge.tooLate',
  vote_to_challenge: 'initiatives.challenge.noVote',
  challenged_once: 'initiatives.challenge.again',
} as const

/**
 * A member doubts that whoever voted for another had the mandate to. The vote stays where it is and is marked; the decision is
 * not sealed while its outcome hangs on it.
 */
export const challengeMandate = (
  tx: Tx,
  { decision, elector, challenger, reasons, locale }: NewChallenge,
): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const [raised] = await rows<{ id: string }>(
      tx,
      'decisions.challenge',
      'select initiatives.challenge($1, $2, $3, $4, $5) as id',
      [decision, elector, challenger, reasons, locale],
    )
    const { id } = raised!
    await record(tx, {
      action: 'initiatives.mandate_challenged',
      member: challenger,
      subject: { type: 'decision', id: decision },
      visibility: 'public',
      detail: { elector },
    })
    await challengeRaised(tx, id)
    tellMoved(tx, decision)
    return { ok: true, id }
  })

/** What two coordinators find: the mandate did not hold, and its votes do not count; or it did. */
export type Finding = 'uphold' | 'dismiss'

/** A coordinator proposes how to settle a doubt; one of another member confirms. */
export const proposeSettlement = (
  tx: Tx,
  viewer: Viewer,
  { challenge, finding, reason }: { challenge: string; finding: Finding; reason: string },
): Promise<Outcome<{ id: string }>> =>
  proposeAct(tx, viewer, { kind: `initiatives.${finding}_challenge`, subject: challenge, reason })

/** What confirming does. */
export const settleChallenge = (tx: Tx, act: Act, finding: Finding): Promise<Outcome> =>
  refusingWhenViolated(
    tx,
    {
      settled_once: 'initiatives.challenge.settledAlready',
      closed_stays: 'initiatives.decision.closedAlready',
    },
    async () => {
      const [found] = await rows<{ decision: string; elector: string }>(
        tx,
        'decisions.challenged',
        `select decision_id as decision, elector_id as elector from initiatives.challenges
         where umbrella_id = platform.current_umbrella() and case_id = $1 limit 1`,
        [act.subject],
      )
      if (!found) return refuse('initiatives.challenge.settledAlready')
      await rows(tx, 'decisions.settle', 'select initiatives.settle_challenge($1, $2, $3)', [
        act.subject,
        finding === 'uphold',
        act.id,
      ])
      await record(tx, {
        action: finding === 'uphold' ? 'initiatives.challenge_upheld' : 'initiatives.challenge_dismissed',
        member: found.elector,
        subject: { type: 'decision', id: found.decision },
        visibility: 'public',
      })
      await challengeSettled(tx, act.subject)
      tellMoved(tx, found.decision)
      return { ok: true }
    },
  )
