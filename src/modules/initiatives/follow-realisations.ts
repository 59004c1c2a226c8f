import { mandateChanged, membershipEnded } from '#modules/network/index.ts'
import { unnameFormer } from './actions/join-group.ts'
import { releaseFromRealisations } from './actions/mark-stalled.ts'
import { openRealisation, reverseRealisation } from './actions/open-realisation.ts'
import { decisionSealed } from './events.ts'

/** What becomes of a decision begins, or ends, in the transaction that seals it. */
export function followRealisations(): void {
  decisionSealed.listen(async (tx, { kind, subject, decision, outcome }) => {
    if (outcome !== 'supported') return
    if (kind === 'initiative') await openRealisation(tx, { decision, initiative: subject })
    if (kind === 'reversal') await reverseRealisation(tx, { decision, subject })
  })
  mandateChanged.listen((tx, { membership }) => unnameFormer(tx, membership))
  membershipEnded.listen((tx, { membership }) => releaseFromRealisations(tx, membership))
}
