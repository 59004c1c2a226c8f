import { event } from '#platform/events.ts'
import type { DecisionKind, DecisionOutcome } from './schema/decisions.ts'

/** What is decided: `subject` is the row that the decision is about, of the kind's own table. */
export type DecisionNews = { decision: string; kind: DecisionKind; subject: string }

/** The members are asked. Told in the opening transaction. */
export const decisionOpened = event<DecisionNews & { round: number }>('decision.opened')

/** The members have decided: told inside the transaction that seals. What listeners do happens with it or not at all. */
export const decisionSealed = event<DecisionNews & { outcome: DecisionOutcome }>('decision.sealed')

/** A decision ended without an outcome: a new round, a withdrawal, or two coordinators cancelled it. */
export const decisionVoided = event<
  DecisionNews & { as: 'void' | 'cancelled' | 'withdrawn'; reason: string }
>('decision.voided')

/** The members upheld an appeal on procedure: a sealed decision stays as it was, and holds no longer. */
export const decisionSetAside = event<DecisionNews>('decision.set-aside')

/** A person of a member voted after another one had: `replaced` is whose word counted until now. */
export const voteReplaced = event<{ ballot: string; replaced: string }>('vote.replaced')
