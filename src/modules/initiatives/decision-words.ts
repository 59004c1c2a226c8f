import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { Channel, Choice, DecisionOutcome, DecisionStatus } from './schema/decisions.ts'

/** What choices, states and ways of voting are called. */
export const choiceWords = {
  yes: 'initiatives.board.yes',
  no: 'initiatives.board.no',
  abstain: 'initiatives.board.abstain',
  stand_aside: 'initiatives.board.standAside',
} as const satisfies Record<Choice, MessageKey>

export const choiceTones: Record<Choice, Tone> = {
  yes: 'good',
  no: 'bad',
  abstain: 'neutral',
  stand_aside: 'warn',
}

const decisionStatusWords = {
  open: 'initiatives.decision.status.open',
  countdown: 'initiatives.decision.status.countdown',
  sealed: 'initiatives.decision.status.sealed',
  void: 'initiatives.decision.status.void',
  cancelled: 'initiatives.decision.status.cancelled',
  withdrawn: 'initiatives.decision.status.withdrawn',
} as const satisfies Record<DecisionStatus, MessageKey>

const outcomeWords = {
  supported: 'initiatives.decision.outcome.supported',
  not_supported: 'initiatives.decision.outcome.notSupported',
} as const satisfies Record<DecisionOutcome, MessageKey>

export const channelWords = {
  self: 'initiatives.ballot.channel.self',
  paper: 'initiatives.ballot.channel.paper',
  email: 'initiatives.ballot.channel.email',
  meeting: 'initiatives.ballot.channel.meeting',
  import: 'initiatives.ballot.channel.import',
} as const satisfies Record<Channel, MessageKey>

type Stands = { status: DecisionStatus; outcome: DecisionOutcome | null; setAsideBy: number | null }

/** How a decision stands, in a word or two: its outcome where there is one. */
export const standingWord = ({ status, outcome, setAsideBy }: Stands): MessageKey =>
  setAsideBy !== null
    ? 'initiatives.decision.setAside.badge'
    : outcome
      ? outcomeWords[outcome]
      : decisionStatusWords[status]

export const standingTone = ({ status, outcome, setAsideBy }: Stands): Tone => {
  if (setAsideBy !== null) return 'warn'
  if (outcome === 'supported') return 'good'
  if (status === 'countdown') return 'warn'
  return status === 'open' ? 'accent' : 'neutral'
}
