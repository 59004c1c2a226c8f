import {
  Badge,
  EmptyState,
  Pagination,
  Section,
  Table,
  Tabs,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { channelWords, choiceTones, choiceWords } from '../decision-words.ts'
import type { PositionFilter, PositionView, SupportView } from '../queries/positions.ts'
import { Speaker } from './speaker.tsx'

const filterWords = {
  ...choiceWords,
  silent: 'initiatives.decision.filter.silent',
  statement: 'initiatives.decision.filter.statement',
} as const satisfies Record<PositionFilter, string>

/** A choice in words, with what has to be known about it. */
export const ChoiceWord = ({ position }: { position: Pick<PositionView, 'choice' | 'challenged'> }) => {
  const { t } = usePage()
  const { choice, challenged } = position
  return (
    <>
      {choice ? (
        <Badge tone={choiceTones[choice]}>{t(choiceWords[choice])}</Badge>
      ) : (
        t('initiatives.decision.filter.silent')
      )}
      {challenged && (
        <>
          {' '}
          <Badge tone="warn">{t('initiatives.ballot.challenged')}</Badge>
        </>
      )}
    </>
  )
}

const When = ({ position: { castAt, channel, ballots } }: { position: PositionView }) => {
  const { t } = usePage()
  if (!castAt || !channel) return null
  return (
    <>
      <Time at={castAt} style="short" />
      {channel !== 'self' && <> · {t(channelWords[channel])}</>}
      {ballots > 1 && <> · {t('initiatives.ballot.times', { count: ballots })}</>}
    </>
  )
}

type PositionsProps = {
  /** The page of the decision, with language and umbrella. */
  here: string
  positions: readonly PositionView[]
  filter: PositionFilter | null
  next: string | null
}

/** Where members stand, each with its statement; those who stand aside and those against as readable as those for. */
export const Positions = ({ here, positions, filter, next }: PositionsProps) => {
  const { t } = usePage()
  const tab = (value: PositionFilter | null, label: string) => ({
    label,
    href: `${withQuery(here, { show: value ?? '', after: '' })}#members`,
    current: value === filter,
  })
  return (
    <Section title={t('initiatives.decision.members')} id="members">
      <Tabs
        label={t('initiatives.decision.members')}
        tabs={[
          tab(null, t('initiatives.decision.filter.all')),
          ...Object.entries(filterWords).map(([value, word]) => tab(value as PositionFilter, t(word))),
        ]}
      />
      <Table
        caption={t('initiatives.decision.members')}
        captionHidden
        rows={positions}
        empty={<EmptyState title={t('initiatives.decision.noPositions')} icon="vote" />}
        columns={[
          {
            label: t('initiatives.decision.member'),
            heading: true,
            cell: ({ id, name }) => <Speaker name={name} membership={id} />,
          },
          { label: t('initiatives.decision.vote'), cell: position => <ChoiceWord position={position} /> },
          {
            label: t('initiatives.decision.statement'),
            cell: ({ statement }) => statement && <Text value={statement} paragraphs />,
          },
          { label: t('initiatives.decision.when'), cell: position => <When position={position} /> },
        ]}
      />
      <Pagination
        previous={null}
        next={next && `${withQuery(here, { show: filter ?? '', after: next })}#members`}
      />
    </Section>
  )
}

/** Partners that support it: shown apart, because they have no vote. */
export const Supports = ({ supports }: { supports: readonly SupportView[] }) => {
  const { t } = usePage()
  if (supports.length === 0) return null
  return (
    <Section title={t('initiatives.decision.partners')} id="partners">
      <p>{t('initiatives.decision.partnersLead')}</p>
      <ul>
        {supports.map(({ id, name, statement }) => (
          <li>
            <Speaker name={name} membership={id} partner />
            {statement && <Text value={statement} paragraphs />}
          </li>
        ))}
      </ul>
    </Section>
  )
}
