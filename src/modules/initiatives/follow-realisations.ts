import { mandateChanged, membershipEnded } from '#modules/network/index.ts'
import { unnameFormer } from './actions/join-group.ts'
import { releaseFromRealisations } from './actions/mark-stalled.ts'
import { openRealisation, reverseRealisation } from './actions/open-realisation.ts'
import { decisionSealed, decisionSetAside } from './events.ts'

/** What becomes of a decision begins, or ends, in the transaction that seals it. */
export function followRealisations(): void {
  decisionSealed.listen(async (tx, { kind, subject, decision, outcome }) => {
    if (kind === 'initiative' && outcome === 'supported')
      await openRealisation(tx, { decision, initiative: subject })
  })
  decisionSetAside.listen(async (tx, { kind, decision }) => {
    if (kind === 'initiative') await reverseRealisation(tx, decision)
  })
  mandateChanged.listen((tx, { membership }) => unnameFormer(tx, membership))
  membershipEnded.listen((tx, { membership }) => releaseFromRealisations(tx, membership))
}
