import type { MessageKey } from '#platform/i18n/index.ts'
import type { Tone } from '#ui/index.ts'
import type { Grade } from './actions/assess-source.ts'
import type { Waiting } from './queries/incidents.ts'
import type { Verification } from './schema/incidents.ts'

export const verificationTones: Record<Verification, Tone> = {
  V0: 'neutral',
  V1: 'neutral',
  V2: 'accent',
  V3: 'good',
  V4: 'good',
  VX: 'bad',
  VF: 'bad',
  VU: 'warn',
  VD: 'warn',
}

export const waitingWords = {
  me: 'monitoring.incident.waiting.me',
  second: 'monitoring.incident.waiting.second',
  settling: 'monitoring.incident.waiting.settling',
} as const satisfies Record<Waiting, MessageKey>

/** What the standard asks for, by the names that `monitoring.lacks` uses. */
export const requirementWords: Readonly<Record<string, MessageKey>> = {
  when: 'monitoring.incident.requirement.when',
  where: 'monitoring.incident.requirement.where',
  act: 'monitoring.incident.requirement.act',
  why_bias: 'monitoring.incident.requirement.whyBias',
  direct_source: 'monitoring.incident.requirement.directSource',
  independent_sources: 'monitoring.incident.requirement.independentSources',
  finding: 'monitoring.incident.requirement.finding',
  second_coder: 'monitoring.incident.requirement.secondCoder',
}

export const gradeWords = {
  reliability: {
    title: 'monitoring.incident.grade.reliability',
    lead: 'monitoring.incident.grade.reliabilityLead',
  },
  credibility: {
    title: 'monitoring.incident.grade.credibility',
    lead: 'monitoring.incident.grade.credibilityLead',
  },
} as const satisfies Record<Grade, Record<'title' | 'lead', MessageKey>>

/** Names of sealed texts. */
export const partWords: Readonly<Record<string, MessageKey>> = {
  summary: 'monitoring.incident.part.summary',
  day: 'monitoring.incident.part.day',
  dayUntil: 'monitoring.report.day.until',
  place: 'monitoring.incident.part.place',
  address: 'monitoring.incident.part.address',
  title: 'monitoring.incident.part.title',
  text: 'monitoring.incident.part.text',
  words: 'monitoring.incident.part.words',
  source: 'monitoring.incident.source.one',
}
