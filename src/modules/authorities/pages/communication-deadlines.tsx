import { Actions, Badge, ButtonLink, DescriptionList, Section, Time, type Tone, usePage } from '#ui/index.ts'
import { clockWords } from '../deadlines/proof-words.ts'
import type { Remedy, RemedyAddressee } from '../deadlines/remedies/remedy.ts'
import { remediesAfter } from '../deadlines/remedies/shipped.ts'
import { findRule } from '../deadlines/rules/shipped.ts'
import type { DeadlineView } from '../queries/deadlines.ts'
import type { ClockState } from '../schema/deadlines.ts'
import { DaysLeft } from './days-left.tsx'
import { CiteLink, DeadlineSteps } from './deadline-steps.tsx'

type Props = {
  number: number
  deadlines: readonly DeadlineView[]
  today: Temporal.PlainDate
  /** May write for the sender: only they are offered what comes next. */
  mayWrite: boolean
}

const tones: Record<ClockState, Tone> = {
  ...{ running: 'accent', met: 'good', breached: 'bad', superseded: 'neutral', stopped: 'neutral' },
}

const State = ({ deadline, today }: { deadline: DeadlineView; today: Temporal.PlainDate }) => {
  const { t } = usePage()
  const { state, dueOn, extended, endedOn } = deadline
  return (
    <p>
      {state === 'running' ? (
        <DaysLeft dueOn={dueOn} today={today} />
      ) : (
        <Badge tone={tones[state]}>{t(clockWords[state])}</Badge>
      )}{' '}
      {extended && <Badge>{t('authorities.deadline.extendedBadge')}</Badge>}{' '}
      {state === 'breached' && !endedOn && <DaysLeft dueOn={dueOn} today={today} />}
    </p>
  )
}

const One = ({ deadline, today }: { deadline: DeadlineView; today: Temporal.PlainDate }) => {
  const { i18n, link, t } = usePage()
  const rule = findRule(deadline.rule)
  if (!rule) return null
  const { dueOn, firstDueOn, extended, endedOn, fromOn, moved } = deadline
  const calculation = new URLSearchParams({ rule: rule.id, from: fromOn }).toString()
  return (
    <>
      <h3>{rule.what[i18n.locale]}</h3>
      <State deadline={deadline} today={today} />
      <DescriptionList
        facts={[
          { term: t('authorities.deadline.dueOn'), value: <Time at={dueOn} /> },
          extended && { term: t('authorities.deadline.firstDueOn'), value: <Time at={firstDueOn} /> },
          endedOn !== null && { term: t('authorities.deadline.endedOn'), value: <Time at={endedOn} /> },
          { term: t('authorities.deadline.source'), value: <CiteLink cite={rule.cite} /> },
          moved > 0 && {
            term: t('authorities.deadline.calendar'),
            value: t('authorities.deadline.movedTimes', { count: moved }),
          },
        ]}
      />
      {rule.cite.confidence !== 'lawyer' && <p class="hint">{t('authorities.deadline.notVerifiedBadge')}</p>}
      <details>
        <summary>{t('authorities.deadline.how')}</summary>
        <DeadlineSteps rule={rule} steps={deadline.proof} />
        <p>
          <a href={link(`/deadline-rules/calculation?${calculation}`)}>
            {t('authorities.deadline.countAgain')}
          </a>
        </p>
      </details>
    </>
  )
}

const toWords = {
  same_body: 'authorities.deadline.to.sameBody',
  superior_body: 'authorities.deadline.to.superiorBody',
  commissioner: 'authorities.deadline.to.commissioner',
  court: 'authorities.deadline.to.court',
} as const satisfies Record<RemedyAddressee, string>

const Step = ({ remedy, number }: { remedy: Remedy; number: number }) => {
  const { i18n, link, t } = usePage()
  const clock = remedy.clock ? findRule(remedy.clock) : null
  return (
    <li>
      <p>
        <strong>{remedy.what[i18n.locale]}</strong> {t(toWords[remedy.to])}. <CiteLink cite={remedy.cite} />
      </p>
      <p>
        {clock ? (
          <a href={link(`/deadline-rules#${clock.id}`)}>
            {t('authorities.deadline.ownClock', {
              length: t('authorities.deadline.length', { ...clock.length }),
            })}
          </a>
        ) : (
          t('authorities.deadline.noClock')
        )}
      </p>
      {remedy.draft && (
        <Actions>
          <ButtonLink href={link(`/communications/new?follows=${number}&remedy=${remedy.id}`)}>
            {t('authorities.deadline.draftRemedy')}
          </ButtonLink>
        </Actions>
      )}
    </li>
  )
}

const Ladder = ({ number, deadlines }: Pick<Props, 'number' | 'deadlines'>) => {
  const { t } = usePage()
  const waiting = deadlines.filter(({ state, endedOn }) => state === 'breached' && !endedOn)
  const steps = waiting.flatMap(({ rule }) => remediesAfter(rule))
  if (steps.length === 0) return null
  return (
    <>
      <h3>{t('authorities.deadline.next')}</h3>
      <p>{t('authorities.deadline.nextLead')}</p>
      <ol>
        {steps.map(remedy => (
          <Step remedy={remedy} number={number} />
        ))}
      </ol>
    </>
  )
}

/** Until when the body has to answer, how that was counted, and what the law allows once it has not. */
export const CommunicationDeadlines = ({ number, deadlines, today, mayWrite }: Props) => {
  const { t } = usePage()
  if (deadlines.length === 0) return null
  return (
    <Section title={t('authorities.deadline.section')} id="deadlines">
      {deadlines.map(deadline => (
        <One deadline={deadline} today={today} />
      ))}
      {mayWrite && <Ladder number={number} deadlines={deadlines} />}
    </Section>
  )
}
