/** From what happened to a sentence: the steps in which cases get lost. */
export const funnelSteps = [
  'incidents',
  'reported',
  'registered',
  'biasFlagged',
  'charged',
  'convicted',
] as const
export type FunnelStep = (typeof funnelSteps)[number]

export type Funnel = Record<FunnelStep, number> & {
  /** Convicted, and the judgment names the bias. */
  convictedWithBias: number
  /** The authority refused to take the report. */
  refused: number
  /** Known not to have been reported. */
  notReported: number
  /** Of these nobody knows whether they were reported: neither yes nor no. */
  unknown: number
}

// What an authority did shows that the steps before were taken: there is no charge without a register.
const reaches: Record<Exclude<FunnelStep, 'incidents' | 'biasFlagged'>, readonly string[]> = {
  convicted: ['CONV_BIAS', 'CONV_NOBIAS'],
  charged: ['CONV_BIAS', 'CONV_NOBIAS', 'ACQ', 'TRIAL', 'CHARGED'],
  registered: [
    'CONV_BIAS',
    'CONV_NOBIAS',
    'ACQ',
    'TRIAL',
    'CHARGED',
    'REG',
    'INV',
    'SUSP',
    'CLOSED',
    'BIASFLAG.Y',
    'BIASFLAG.N',
    'BIASFLAG.DROPPED',
  ],
  reported: ['REP', 'REFUSED'],
}

const hasAny = (responses: readonly string[], codes: readonly string[]) =>
  codes.some(code => responses.includes(code))

function stepsOf(responses: readonly string[]): Record<FunnelStep, boolean> {
  const registered = hasAny(responses, reaches.registered)
  return {
    incidents: true,
    reported: registered || hasAny(responses, reaches.reported),
    registered,
    // A motive that was dropped later is not there when it is needed; a sentence that names it brings it back.
    biasFlagged:
      responses.includes('CONV_BIAS') ||
      (responses.includes('BIASFLAG.Y') && !responses.includes('BIASFLAG.DROPPED')),
    charged: hasAny(responses, reaches.charged),
    convicted: hasAny(responses, reaches.convicted),
  }
}

/** The furthest that an incident came. Each incident stands at one stage, so that stages can be published side by side. */
export const stages = [
  'not_reported',
  'unknown',
  'reported',
  'registered',
  'charged',
  'convicted',
  'convicted_bias',
] as const
export type Stage = (typeof stages)[number]

/** The stage of one incident; the database has the same as `monitoring.stage_of`. */
export function stageOf(responses: readonly string[]): Stage {
  if (responses.includes('CONV_BIAS')) return 'convicted_bias'
  const steps = stepsOf(responses)
  const furthest = (['convicted', 'charged', 'registered', 'reported'] as const).find(step => steps[step])
  return furthest ?? (isSilent(responses) ? 'not_reported' : 'unknown')
}

/** Whether an authority holds that the motive was bias; the database has the same as `monitoring.is_flagged`. */
export const isFlagged = (responses: readonly string[]): boolean => stepsOf(responses).biasFlagged

const isSilent = (responses: readonly string[]) => responses.some(code => code.split('.')[0] === 'NOTREP')

/** Counts incidents by the furthest that each came; given the kinds of responses of each, repeats or not. */
export function funnelOf(incidents: readonly (readonly string[])[]): Funnel {
  const steps = incidents.map(stepsOf)
  const reached = (step: FunnelStep) => steps.filter(found => found[step]).length
  const lost = incidents.filter((_, index) => !steps[index]!.reported)
  return {
    ...(Object.fromEntries(funnelSteps.map(step => [step, reached(step)])) as Record<FunnelStep, number>),
    convictedWithBias: incidents.filter(responses => responses.includes('CONV_BIAS')).length,
    refused: incidents.filter(responses => responses.includes('REFUSED')).length,
    notReported: lost.filter(isSilent).length,
    unknown: lost.filter(responses => !isSilent(responses)).length,
  }
}
