import { Alert, DescriptionList, Section, StackedBar, Time, usePage } from '#ui/index.ts'
import { choiceWords } from '../decision-words.ts'
import { majorityOf } from '../majority.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { Standing } from '../queries/standing.ts'
import { type RuleKey, rules } from '../rules.ts'
import { choices } from '../schema/decisions.ts'
import { LiveTally } from './live-tally.tsx'
import { Speaker } from './speaker.tsx'

type Props = { decision: DecisionView; now: Temporal.Instant }

const endedWords = {
  void: 'initiatives.decision.ended.void',
  cancelled: 'initiatives.decision.ended.cancelled',
  withdrawn: 'initiatives.decision.ended.withdrawn',
} as const

/** Where the decision is in its course, and how long there is, in the time of the coalition. */
export const Course = ({ decision, now }: Props) => {
  const { i18n, t } = usePage()
  const { status, over, countdownUntil, closesAt, discussionUntil, secret } = decision
  const until = countdownUntil ?? closesAt
  const when = i18n.dateTime(until)
  if (status === 'void' || status === 'cancelled' || status === 'withdrawn') {
    return (
      <Alert kind="info" title={t(endedWords[status])}>
        <p>{decision.closeReason}</p>
      </Alert>
    )
  }
  if (status === 'sealed') return null
  if (over) {
    const word =
      status === 'open' && !secret ? 'initiatives.decision.waitsForDoubts' : 'initiatives.decision.counting'
    return <Alert kind="info">{t(word)}</Alert>
  }
  return (
    <>
      {status === 'countdown' && (
        <Alert kind="warning">{t('initiatives.decision.inCountdown', { when })}</Alert>
      )}
      <p>
        {t('initiatives.decision.until', { when, zone: i18n.zone })} (<Time at={until} from={now} />)
      </p>
      {!secret && Temporal.Instant.compare(now, discussionUntil) < 0 && (
        <p>{t('initiatives.board.discussed', { when: i18n.dateTime(discussionUntil) })}</p>
      )}
    </>
  )
}

/** The tally: live while members vote, with its parts for good when it is sealed. */
export const TallyOf = ({ decision, standing }: { decision: DecisionView; standing: Standing }) => {
  const { i18n, t } = usePage()
  const { status, tally, electorate, outcome } = decision
  if (status === 'open' || status === 'countdown') return <LiveTally standing={standing} />
  if (!tally || !outcome) return null
  const silent = electorate - choices.reduce((sum, choice) => sum + tally[choice], 0)
  return (
    <>
      <p class="lead">
        {t(
          outcome === 'supported'
            ? 'initiatives.decision.wasSupported'
            : 'initiatives.decision.wasNotSupported',
          { yes: tally.yes, electorate, needed: majorityOf(electorate) },
        )}
      </p>
      <StackedBar
        id="tally"
        caption={t('initiatives.decision.ofElectorate', { electorate })}
        parts={[
          ...choices.map(choice => ({ label: t(choiceWords[choice]), value: tally[choice] })),
          { label: t('initiatives.decision.filter.silent'), value: silent },
        ]}
      />
      {decision.sealedAt && (
        <p>{t('initiatives.decision.sealedAt', { when: i18n.dateTime(decision.sealedAt) })}</p>
      )}
    </>
  )
}

/** What holds for this decision: who asked, its times, and the rules of its opening with their versions. */
export const Terms = ({ decision }: { decision: DecisionView }) => {
  const { i18n, link, t } = usePage()
  const { openedBy, openedByName, openedByPartner, openedAt, electorate, previous, later } = decision
  const linked = (number: number) => (
    <a href={link(`/decisions/${number}`)}>{t('initiatives.board.decision', { number })}</a>
  )
  return (
    <Section title={t('initiatives.decision.terms')} id="terms">
      <DescriptionList
        facts={[
          openedBy
            ? {
                term: t('initiatives.decision.askedBy'),
                value: <Speaker name={openedByName} membership={openedBy} partner={openedByPartner} />,
              }
            : null,
          { term: t('initiatives.decision.openedAt'), value: <Time at={openedAt} /> },
          { term: t('initiatives.decision.closesAt'), value: <Time at={decision.closesAt} /> },
          { term: t('initiatives.decision.electorate'), value: i18n.number(electorate) },
          { term: t('initiatives.decision.needed'), value: i18n.number(majorityOf(electorate)) },
          previous ? { term: t('initiatives.decision.previous'), value: linked(previous) } : null,
          later.length > 0
            ? { term: t('initiatives.decision.later'), value: <>{later.map(number => linked(number))}</> }
            : null,
        ]}
      />
      <details>
        <summary>{t('initiatives.decision.rules')}</summary>
        <p>{t('initiatives.decision.rulesLead')}</p>
        <DescriptionList
          facts={Object.entries(decision.rules).map(([key, { version, value }]) => ({
            term: key in rules ? t(rules[key as RuleKey].label) : key,
            value: `${i18n.number(value)} (${version === 0 ? t('initiatives.decision.ruleDefault') : t('initiatives.decision.ruleVersion', { version })})`,
          }))}
        />
      </details>
    </Section>
  )
}
