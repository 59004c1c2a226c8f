import type { Standing } from '../schema/releases.ts'
import type { Stage } from '../trends/funnel.ts'
import { type Published, type Shown, sumOf } from './published.ts'

/** The steps of the way to justice, from what happened to a sentence that names the bias. */
export const steps = [
  'incidents',
  'reported',
  'registered',
  'flagged',
  'charged',
  'convicted',
  'convicted_bias',
] as const
export type Step = (typeof steps)[number]

const order: readonly Stage[] = ['reported', 'registered', 'charged', 'convicted', 'convicted_bias']

/** Stages in which a step was taken: whoever was charged had been registered. */
const stagesOf: Record<Exclude<Step, 'flagged'>, readonly Stage[]> = {
  incidents: ['not_reported', 'unknown', ...order],
  reported: order,
  registered: order.slice(1),
  charged: order.slice(2),
  convicted: order.slice(3),
  convicted_bias: order.slice(4),
}

/** How many came how far, as far as that is published. */
export function wayOf(published: Published, standing: Standing, year: string | null): [Step, Shown][] {
  const stage = (code: Stage) => published.of({ standing, dimension: 'stage', code, year })
  return steps.map(step => [
    step,
    step === 'flagged'
      ? published.of({ standing, dimension: 'flag', code: 'Y', year })
      : sumOf(stagesOf[step].map(stage)),
  ])
}

/** The same from numbers that are not published, for the people inside. */
export function countedWay(count: (dimension: 'stage' | 'flag', code: string) => number): [Step, number][] {
  return steps.map(step => [
    step,
    step === 'flagged'
      ? count('flag', 'Y')
      : stagesOf[step].reduce((sum, code) => sum + count('stage', code), 0),
  ])
}
