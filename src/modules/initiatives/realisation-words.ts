import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type {
  Extent,
  MilestoneStatus,
  PledgeStatus,
  RealisationStatus,
  ResourceKind,
  TaskStatus,
} from './schema/realisation.ts'

export const realisationStatusWords = {
  running: 'initiatives.realisation.status.running',
  stalled: 'initiatives.realisation.status.stalled',
  completed: 'initiatives.realisation.status.completed',
  reversed: 'initiatives.realisation.status.reversed',
} as const satisfies Record<RealisationStatus, MessageKey>

export const realisationTones: Record<RealisationStatus, Tone> = {
  running: 'accent',
  stalled: 'bad',
  completed: 'good',
  reversed: 'neutral',
}

export const taskStatusWords = {
  open: 'initiatives.task.status.open',
  done: 'initiatives.task.status.done',
  dropped: 'initiatives.task.status.dropped',
} as const satisfies Record<TaskStatus, MessageKey>

export const taskTones: Record<TaskStatus, Tone> = { open: 'accent', done: 'good', dropped: 'neutral' }

export const milestoneStatusWords = {
  ahead: 'initiatives.milestone.status.ahead',
  reached: 'initiatives.milestone.status.reached',
  dropped: 'initiatives.milestone.status.dropped',
} as const satisfies Record<MilestoneStatus, MessageKey>

export const pledgeStatusWords = {
  pledged: 'initiatives.pledge.status.pledged',
  fulfilled: 'initiatives.pledge.status.fulfilled',
  withdrawn: 'initiatives.pledge.status.withdrawn',
} as const satisfies Record<PledgeStatus, MessageKey>

export const pledgeTones: Record<PledgeStatus, Tone> = {
  pledged: 'accent',
  fulfilled: 'good',
  withdrawn: 'neutral',
}

export const resourceWords = {
  people: 'initiatives.pledge.kind.people',
  money: 'initiatives.pledge.kind.money',
  premises: 'initiatives.pledge.kind.premises',
  hours: 'initiatives.pledge.kind.hours',
} as const satisfies Record<ResourceKind, MessageKey>

export const extentWords = {
  fully: 'initiatives.result.reached.fully',
  partly: 'initiatives.result.reached.partly',
  not: 'initiatives.result.reached.not',
} as const satisfies Record<Extent, MessageKey>

export const extentTones: Record<Extent, Tone> = { fully: 'good', partly: 'warn', not: 'bad' }

const amounts = {
  people: 'initiatives.pledge.amount.people',
  premises: 'initiatives.pledge.amount.premises',
  hours: 'initiatives.pledge.amount.hours',
} as const satisfies Partial<Record<ResourceKind, MessageKey>>

/** So much of something in words: «€1,250.00», «5 people», «12 hours». */
export function amountWords(
  i18n: I18n,
  { kind, amount, currency }: { kind: ResourceKind; amount: number; currency: string | null },
): string {
  if (kind === 'money') return i18n.money(amount, currency ?? 'EUR')
  return i18n.t(amounts[kind], { count: amount })
}
