import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { ruleInForce } from '#platform/umbrellas/rules.ts'
import type { RulesOfDecision } from './schema/decisions.ts'

/** A rule of this room: a whole number between `minimum` and `maximum`; `fallback` where the coalition adopted none. */
export type Rule = { label: MessageKey; minimum: number; maximum: number; fallback: number }

/**
 * Every rule of this room, by key. What governs a decision is read once, when it opens, and holds to its end; the members
 * change rules by a decision.
 */
export const rules = {
  'decisions.discussion_days': {
    label: 'initiatives.rule.discussionDays',
    minimum: 7,
    maximum: 90,
    fallback: 7,
  },
  'decisions.voting_days': { label: 'initiatives.rule.votingDays', minimum: 7, maximum: 90, fallback: 14 },
  'decisions.countdown_hours': {
    label: 'initiatives.rule.countdownHours',
    minimum: 24,
    maximum: 168,
    fallback: 48,
  },
  'decisions.members_per_person': {
    label: 'initiatives.rule.membersPerPerson',
    minimum: 1,
    maximum: 1,
    fallback: 1,
  },
  'decisions.extension_days': {
    label: 'initiatives.rule.extensionDays',
    minimum: 1,
    maximum: 60,
    fallback: 14,
  },
  'decisions.cosponsors': { label: 'initiatives.rule.cosponsors', minimum: 1, maximum: 20, fallback: 3 },
  'decisions.identical_text_days': {
    label: 'initiatives.rule.identicalTextDays',
    minimum: 30,
    maximum: 730,
    fallback: 90,
  },
  'decisions.adoption_days': { label: 'initiatives.rule.adoptionDays', minimum: 1, maximum: 30, fallback: 7 },
  'decisions.appeal_days': { label: 'initiatives.rule.appealDays', minimum: 7, maximum: 90, fallback: 21 },
  'decisions.appeal_share_percent': {
    label: 'initiatives.rule.appealSharePercent',
    minimum: 1,
    maximum: 25,
    fallback: 5,
  },
  'decisions.appeal_minimum': {
    label: 'initiatives.rule.appealMinimum',
    minimum: 1,
    maximum: 20,
    fallback: 3,
  },
  'realisation.answer_days': { label: 'initiatives.rule.answerDays', minimum: 3, maximum: 30, fallback: 7 },
  'realisation.report_days': { label: 'initiatives.rule.reportDays', minimum: 7, maximum: 365, fallback: 30 },
} as const satisfies Record<string, Rule>

export type RuleKey = keyof typeof rules
export const ruleKeys = Object.keys(rules) as RuleKey[]

/** Whether a value lies within the bounds of a rule. */
export function fitsRule(key: RuleKey, value: unknown): value is number {
  const { minimum, maximum } = rules[key]
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
}

/** A rule of this room as it is in force now, with its version. */
export const ruleOf = (tx: Tx, key: RuleKey) =>
  ruleInForce<number>(tx, key, rules[key].fallback, (value): value is number => fitsRule(key, value))

/** What holds for a decision from its opening to its end. */
const decisive = [
  'decisions.discussion_days',
  'decisions.voting_days',
  'decisions.countdown_hours',
  'decisions.members_per_person',
  'decisions.extension_days',
  'decisions.cosponsors',
  'decisions.identical_text_days',
  'decisions.appeal_days',
  'decisions.appeal_share_percent',
  'decisions.appeal_minimum',
] as const satisfies RuleKey[]

export type DecisiveRules = Record<(typeof decisive)[number], { version: number; value: number }>

/** The rules of today that a decision opened today keeps. */
export async function decisiveRules(tx: Tx): Promise<DecisiveRules & RulesOfDecision> {
  const read: RulesOfDecision = {}
  for (const key of decisive) {
    const { version, value } = await ruleOf(tx, key)
    read[key] = { version, value }
  }
  return read as DecisiveRules & RulesOfDecision
}
