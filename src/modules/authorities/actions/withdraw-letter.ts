import { today } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Outcome } from '#platform/refusal.ts'
import { takeStep } from './take-step.ts'

/** Takes a letter back: nobody signs it any more, or the body need not answer. */
export const withdrawLetter = async (tx: Tx, communication: string): Promise<Outcome> =>
  takeStep(tx, {
    communication,
    kind: 'withdrawn',
    side: 'sender',
    onDay: await today(tx),
    resolution: 'withdrawn',
  })
