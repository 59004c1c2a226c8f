import { initiativeEnded, initiativeInDecision, initiativeInNewRound } from './actions/follow-decision.ts'
import { decisionOpened, decisionSealed, decisionVoided } from './events.ts'

/** An initiative is where its decision is: in the same transaction, or not at all. */
export function followDecisions(): void {
  decisionOpened.listen(async (tx, { decision, kind, subject }) => {
    if (kind === 'initiative') await initiativeInDecision(tx, { initiative: subject, decision })
  })
  decisionSealed.listen(async (tx, { kind, subject, outcome }) => {
    if (kind === 'initiative') await initiativeEnded(tx, { initiative: subject, status: outcome })
  })
  decisionVoided.listen(async (tx, { kind, subject, as }) => {
    if (kind !== 'initiative') return
    if (as === 'withdrawn') await initiativeEnded(tx, { initiative: subject, status: 'withdrawn' })
    else await initiativeInNewRound(tx, { initiative: subject, because: as })
  })
}
