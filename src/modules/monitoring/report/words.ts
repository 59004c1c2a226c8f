import type { MessageKey } from '#platform/i18n/index.ts'
import type { precisions, reactions, signs, whoseReports, wishes } from './answers.ts'
import type { ConsentUse } from './consent-uses.ts'
import type { Step } from './steps.ts'

type Words<T extends readonly string[]> = Record<T[number], MessageKey>

export const whoseWords = {
  self: 'monitoring.report.whose.self',
  other: 'monitoring.report.whose.other',
  saw: 'monitoring.report.whose.saw',
} as const satisfies Words<typeof whoseReports>

export const namingWords = {
  anonymous: 'monitoring.report.name.anonymous',
  named: 'monitoring.report.name.named',
} as const

export const precisionWords = {
  exact: 'monitoring.report.when.exact',
  range: 'monitoring.report.when.range',
  month: 'monitoring.report.when.month',
  half_year: 'monitoring.report.when.halfYear',
  unknown: 'monitoring.report.when.unknown',
} as const satisfies Words<typeof precisions>

export const signWords = {
  WORDS: 'monitoring.report.why.words',
  SYMBOLS: 'monitoring.report.why.symbols',
  DIFFERENCE: 'monitoring.report.why.difference',
  PLACE: 'monitoring.report.why.place',
  DATE: 'monitoring.report.why.date',
  GROUP: 'monitoring.report.why.group',
  PATTERN: 'monitoring.report.why.pattern',
  ACTIVITY: 'monitoring.report.why.activity',
  NOMOTIVE: 'monitoring.report.why.noMotive',
} as const satisfies Words<typeof signs>

export const reactionWords = {
  police: 'monitoring.report.after.police',
  elsewhere: 'monitoring.report.after.elsewhere',
  refused: 'monitoring.report.after.refused',
  no: 'monitoring.report.after.no',
} as const satisfies Words<typeof reactions>

export const wishWords = {
  record: 'monitoring.report.wish.record',
  legal: 'monitoring.report.wish.legal',
  authority: 'monitoring.report.wish.authority',
  call: 'monitoring.report.wish.call',
} as const satisfies Words<typeof wishes>

export const useWords = {
  statistics: 'monitoring.report.use.statistics',
  map: 'monitoring.report.use.map',
  authority: 'monitoring.report.use.authority',
  lawyer: 'monitoring.report.use.lawyer',
  media: 'monitoring.report.use.media',
} as const satisfies Record<ConsentUse, MessageKey>

export const useHints = {
  statistics: 'monitoring.report.use.statisticsHint',
  map: 'monitoring.report.use.mapHint',
  authority: 'monitoring.report.use.authorityHint',
  lawyer: 'monitoring.report.use.lawyerHint',
  media: 'monitoring.report.use.mediaHint',
} as const satisfies Record<ConsentUse, MessageKey>

/** The question of each page, and a sentence that takes the fear out of it. */
export const questions = {
  whose: ['monitoring.report.whose.title', 'monitoring.report.whose.lead'],
  name: ['monitoring.report.name.title', 'monitoring.report.name.lead'],
  what: ['monitoring.report.what.title', 'monitoring.report.what.lead'],
  when: ['monitoring.report.when.title', 'monitoring.report.when.lead'],
  day: ['monitoring.report.day.title', 'monitoring.report.day.lead'],
  where: ['monitoring.report.where.title', 'monitoring.report.where.lead'],
  whom: ['monitoring.report.whom.title', 'monitoring.report.whom.lead'],
  why: ['monitoring.report.why.title', 'monitoring.report.why.lead'],
  after: ['monitoring.report.after.title', 'monitoring.report.after.lead'],
  files: ['monitoring.report.files.title', 'monitoring.report.files.lead'],
  wish: ['monitoring.report.wish.title', 'monitoring.report.wish.lead'],
  consents: ['monitoring.report.use.title', 'monitoring.report.use.lead'],
  review: ['monitoring.report.review.title', 'monitoring.report.review.lead'],
} as const satisfies Record<Step, readonly [MessageKey, MessageKey]>

/** What the rules of the form can find wrong, beside what is too long. */
export const problemWords = [
  'platform.form.invalid',
  'platform.form.missing',
  'platform.vault.fileEmpty',
  'monitoring.report.whose.missing',
  'monitoring.report.name.choose',
  'monitoring.report.name.missing',
  'monitoring.report.what.missing',
  'monitoring.report.day.missing',
  'monitoring.report.day.future',
  'monitoring.report.day.backwards',
  'monitoring.report.day.monthMissing',
  'monitoring.report.day.yearMissing',
  'monitoring.report.day.halfMissing',
  'monitoring.report.wish.either',
  'monitoring.report.wish.contactMissing',
] as const satisfies readonly MessageKey[]
