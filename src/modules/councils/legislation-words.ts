import type { MessageKey } from '#platform/i18n/index.ts'
import type { ProposalStepKind, Route, Stage, StandardKind } from './schema/proposals.ts'

type Words<K extends string> = Readonly<Record<K, MessageKey>>

export const routeWords: Words<Route> = {
  commissioner: 'councils.legislation.route.commissioner',
  coalition: 'councils.legislation.route.coalition',
}

export const lawStageWords: Words<Stage> = {
  prepared: 'councils.legislation.stage.prepared',
  placed: 'councils.legislation.stage.placed',
  discussed: 'councils.legislation.stage.discussed',
  recommended: 'councils.legislation.stage.recommended',
  bill: 'councils.legislation.stage.bill',
  approved: 'councils.legislation.stage.approved',
  submitted: 'councils.legislation.stage.submitted',
  answered: 'councils.legislation.stage.answered',
  law: 'councils.legislation.stage.law',
  declined: 'councils.legislation.stage.declined',
  lapsed: 'councils.legislation.stage.lapsed',
}

/** What happened, as a sentence of the chain. */
export const stepWords: Words<ProposalStepKind> = {
  prepared: 'councils.legislation.step.prepared',
  placed: 'councils.legislation.step.placed',
  discussed: 'councils.legislation.step.discussed',
  amended: 'councils.legislation.step.amended',
  recommended: 'councils.legislation.step.recommended',
  returned: 'councils.legislation.step.returned',
  declined: 'councils.legislation.step.declined',
  bill: 'councils.legislation.step.bill',
  approved: 'councils.legislation.step.approved',
  submitted: 'councils.legislation.step.submitted',
  answered: 'councils.legislation.step.answered',
  law: 'councils.legislation.step.law',
  lapsed: 'councils.legislation.step.lapsed',
}

/** What a button says that records it. */
export const recordWords: Words<Exclude<ProposalStepKind, 'prepared'>> = {
  placed: 'councils.legislation.record.placed',
  discussed: 'councils.legislation.record.discussed',
  amended: 'councils.legislation.record.amended',
  recommended: 'councils.legislation.record.recommended',
  returned: 'councils.legislation.record.returned',
  declined: 'councils.legislation.record.declined',
  bill: 'councils.legislation.record.bill',
  approved: 'councils.legislation.record.approved',
  submitted: 'councils.legislation.record.submitted',
  answered: 'councils.legislation.record.answered',
  law: 'councils.legislation.record.law',
  lapsed: 'councils.legislation.record.lapsed',
}

export const standardWords: Words<StandardKind> = {
  treaty: 'councils.legislation.standard.treaty',
  eu_law: 'councils.legislation.standard.euLaw',
  resolution: 'councils.legislation.standard.resolution',
  recommendation: 'councils.legislation.standard.recommendation',
  judgment: 'councils.legislation.standard.judgment',
  national_law: 'councils.legislation.standard.nationalLaw',
}
