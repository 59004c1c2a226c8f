import type { Paper } from '#platform/documents/index.ts'
import type { I18n, Localised } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import { partWords } from '../initiative-words.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { PositionView, SupportView } from '../queries/positions.ts'
import { type RuleKey, ruleKeys, rules } from '../rules.ts'
import { choices, type Tally } from '../schema/decisions.ts'
import { type Printed, printed, writtenIn } from './printed.ts'

const choiceWords = {
  yes: 'initiatives.paper.choice.yes',
  no: 'initiatives.paper.choice.no',
  abstain: 'initiatives.paper.choice.abstain',
  stand_aside: 'initiatives.paper.choice.standAside',
} as const

const outcomeWords = {
  supported: 'initiatives.paper.supported',
  not_supported: 'initiatives.paper.notSupported',
} as const

/** So many members are listed; more are read from the export. */
export const mostListed = 2000

type Given = {
  decision: DecisionView
  /** In the order of joining; null when they are not printed: a secret ballot, or too many. */
  positions: readonly PositionView[] | null
  supports: readonly SupportView[]
}

const memberOf = (i18n: I18n, name: Localised | null): Printed =>
  printed(i18n, name, i18n.t('initiatives.speaker.individual'))

function tallyRows(i18n: I18n, { electorate, tally }: DecisionView): Json[] {
  const counted: Tally = tally ?? { yes: 0, no: 0, abstain: 0, stand_aside: 0 }
  const silent = electorate - choices.reduce((sum, choice) => sum + counted[choice], 0)
  const row = (label: string, count: number) => ({
    label,
    count: i18n.number(count),
    percent: i18n.percent(count / electorate, 1),
    share: count / electorate,
  })
  return [
    ...choices.map(choice => row(i18n.t(choiceWords[choice]), counted[choice])),
    row(i18n.t('initiatives.paper.silent'), silent),
  ]
}

const isLocalised = (value: Json): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([tag, text]) => typeof text === 'string' && /^[a-z]{2,3}(-|$)/.test(tag))

const labelOf = (i18n: I18n, key: string): string | null => {
  const known = Object.keys(partWords).find(part => part === key) as keyof typeof partWords | undefined
  return known ? i18n.t(partWords[known]) : null
}

// The text that counts stands on paper, and below it the reader's own language where there is one.
function textParts(i18n: I18n, { text, authoritative }: DecisionView): Json[] {
  const order = (key: string) => (key in partWords ? Object.keys(partWords).indexOf(key) : Infinity)
  const parts = Object.entries(text).filter(([key]) => key !== 'title')
  return parts
    .toSorted(([a], [b]) => order(a) - order(b) || 0)
    .flatMap(([key, value]) => {
      const label = labelOf(i18n, key)
      if (!isLocalised(value)) {
        const exact = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
        return [{ label: label ?? key, value: writtenIn(exact, authoritative ?? i18n.lang) }]
      }
      const counts = authoritative ? value[authoritative] : undefined
      const own = printed(i18n, value)
      if (!counts || !authoritative || own.value === counts) return [{ label, value: own }]
      return [
        { label, value: writtenIn(counts, authoritative) },
        { label: i18n.t('initiatives.paper.translation'), value: own },
      ]
    })
}

// It is no part of the text that is decided, and is read with it.
const newsPart = (i18n: I18n, { news }: DecisionView): Json[] =>
  news ? [{ label: i18n.t('initiatives.decision.news'), value: printed(i18n, news) }] : []

function facts(i18n: I18n, decision: DecisionView): Json[] {
  const { t } = i18n
  const row = (label: string, value: string) => ({ label, value })
  const { openedAt, sealedAt, electorate, openedBy, openedByName, secret, previous, later, setAsideBy } =
    decision
  const linked = (number: number) => t('initiatives.board.decision', { number })
  return [
    row(t('initiatives.paper.opened'), i18n.dateTime(openedAt)),
    row(t('initiatives.paper.sealed'), i18n.dateTime(sealedAt!)),
    row(t('initiatives.paper.electorate'), i18n.number(electorate)),
    ...(openedBy ? [row(t('initiatives.paper.proposedBy'), memberOf(i18n, openedByName).value)] : []),
    ...(secret ? [row(t('initiatives.paper.way'), t('initiatives.paper.secret'))] : []),
    ...(previous ? [row(t('initiatives.decision.previous'), linked(previous))] : []),
    ...(later.length > 0 ? [row(t('initiatives.decision.later'), later.map(linked).join(', '))] : []),
    ...(setAsideBy
      ? [
          row(
            t('initiatives.decision.setAside.badge'),
            t('initiatives.appeal.answer', { number: i18n.number(setAsideBy) }),
          ),
        ]
      : []),
  ]
}

function ruleRows(i18n: I18n, { rules: kept }: DecisionView): Json[] {
  const known = ruleKeys.filter(key => key in kept)
  const others = Object.keys(kept).filter(key => !(key in rules))
  return [...known, ...others].map(key => ({
    label: key in rules ? i18n.t(rules[key as RuleKey].label) : key,
    value: i18n.number(kept[key]!.value),
    version: i18n.number(kept[key]!.version),
  }))
}

function hashes(i18n: I18n, decision: DecisionView): Json[] {
  const { fingerprint, textHash, electorateHash, logHash } = decision
  return [
    { label: i18n.t('initiatives.paper.fingerprint'), value: fingerprint },
    { label: i18n.t('initiatives.paper.textHash'), value: textHash },
    { label: i18n.t('initiatives.paper.electorateHash'), value: electorateHash },
    { label: i18n.t('initiatives.paper.logHash'), value: logHash ?? '' },
  ]
}

const words = (i18n: I18n, address: string): Json => ({
  tally: i18n.t('initiatives.paper.tally'),
  choice: i18n.t('initiatives.paper.choice'),
  votes: i18n.t('initiatives.paper.votes'),
  share: i18n.t('initiatives.paper.share'),
  picture: i18n.t('initiatives.paper.picture'),
  text: i18n.t('initiatives.paper.text'),
  positions: i18n.t('initiatives.paper.positions'),
  member: i18n.t('initiatives.paper.member'),
  statements: i18n.t('initiatives.paper.statements'),
  supports: i18n.t('initiatives.paper.supports'),
  supportsNote: i18n.t('initiatives.paper.supportsNote'),
  rules: i18n.t('initiatives.paper.rules'),
  rule: i18n.t('initiatives.paper.rule'),
  value: i18n.t('initiatives.paper.value'),
  version: i18n.t('initiatives.paper.version'),
  proof: i18n.t('initiatives.paper.proof'),
  proofText: i18n.t('initiatives.paper.proofText', { address }),
})

const statements = (i18n: I18n, positions: readonly PositionView[]): Json[] =>
  positions
    .filter(({ statement, choice }) => statement && choice)
    .map(({ name, choice, statement }) => ({
      member: memberOf(i18n, name),
      choice: i18n.t(choiceWords[choice!]),
      value: printed(i18n, statement),
    }))

const omitted = (i18n: I18n, { decision: { secret }, positions }: Given): string | null => {
  if (positions) return null
  return i18n.t(secret ? 'initiatives.paper.positionsSecret' : 'initiatives.paper.positionsMany')
}

/** A sealed decision on paper: text, tally, where every member stood, what they said, rules and fingerprints. */
export function decisionPaper(
  given: Given,
  i18n: I18n,
  umbrella: UmbrellaFace,
  origin: string,
): Paper & { name: string } {
  const { decision, positions, supports } = given
  const { number, title, electorate, authoritative } = decision
  const needed = Math.floor(electorate / 2) + 1
  const address = `${origin}/${i18n.lang}/${umbrella.slug}/decisions/${number}`
  const coalition = i18n.text(umbrella.name).value
  const shownTitle = printed(i18n, title)
  const kicker = i18n.t('initiatives.paper.kicker', { number: i18n.number(number), coalition })
  return {
    name: `decision-${number}-${i18n.lang}.pdf`,
    source: 'src/modules/initiatives/papers/decision.typ',
    title: `${kicker}: ${shownTitle.value}`,
    author: coalition,
    footer: address,
    lang: i18n.lang,
    made: Temporal.Instant.from(decision.sealedAt!.replace(' ', 'T')),
    data: {
      words: words(i18n, address),
      kicker,
      title: shownTitle,
      outcome: i18n.t(outcomeWords[decision.outcome!]),
      facts: facts(i18n, decision),
      tally: tallyRows(i18n, decision),
      majority: i18n.t('initiatives.paper.majority', { needed, electorate }),
      authoritative: authoritative
        ? i18n.t('initiatives.translation.authoritativeIs', { language: i18n.language(authoritative) })
        : '',
      text: [...newsPart(i18n, decision), ...textParts(i18n, decision)],
      omitted: omitted(i18n, given),
      positions: (positions ?? []).map(({ name, choice }) => ({
        member: memberOf(i18n, name),
        choice: choice ? i18n.t(choiceWords[choice]) : i18n.t('initiatives.paper.silent'),
      })),
      statements: statements(i18n, positions ?? []),
      supports: supports.map(({ name, statement }) => ({
        member: memberOf(i18n, name),
        value: statement ? printed(i18n, statement) : null,
      })),
      rules: ruleRows(i18n, decision),
      hashes: hashes(i18n, decision),
    },
  }
}
