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

/** Counts incidents by the furthest that each came; given the kinds of responses of each, repeats or not. */
export function funnelOf(incidents: readonly (readonly string[])[]): Funnel {
  const steps = incidents.map(stepsOf)
  const reached = (step: FunnelStep) => steps.filter(found => found[step]).length
  const silent = (responses: readonly string[]) => responses.some(code => code.split('.')[0] === 'NOTREP')
  const lost = incidents.filter((_, index) => !steps[index]!.reported)
  return {
    ...(Object.fromEntries(funnelSteps.map(step => [step, reached(step)])) as Record<FunnelStep, number>),
    convictedWithBias: incidents.filter(responses => responses.includes('CONV_BIAS')).length,
    refused: incidents.filter(responses => responses.includes('REFUSED')).length,
    notReported: lost.filter(silent).length,
    unknown: lost.filter(responses => !silent(responses)).length,
  }
}
