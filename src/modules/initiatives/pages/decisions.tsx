import {
  Badge,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Table,
  Tabs,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { standingTone, standingWord } from '../decision-words.ts'
import { majorityOf } from '../majority.ts'
import type { DecisionFilter, ListedDecision } from '../queries/decision.ts'

type Props = {
  decisions: readonly ListedDecision[]
  filter: DecisionFilter | null
  /** Number before which the next page begins. */
  next: number | null
}

const filterWords = {
  running: 'initiatives.decision.list.running',
  supported: 'initiatives.decision.outcome.supported',
  not_supported: 'initiatives.decision.outcome.notSupported',
  ended: 'initiatives.decision.list.ended',
} as const

const Votes = ({ decision }: { decision: ListedDecision }) => {
  const { t } = usePage()
  const { secret, status, yes, electorate } = decision
  if (secret && status !== 'sealed') return <>{t('initiatives.board.secret')}</>
  return <>{t('initiatives.decision.list.yesOf', { yes, needed: majorityOf(electorate) })}</>
}

/** Everything the members were asked, the newest first. */
export const DecisionsPage = ({ decisions, filter, next }: Props) => {
  const { link, t } = usePage()
  const here = link('/decisions')
  const tab = (value: DecisionFilter | null, label: string) => ({
    label,
    href: withQuery(here, { show: value ?? '' }),
    current: value === filter,
  })
  return (
    <Layout
      title={t('initiatives.decision.listTitle')}
      description={t('initiatives.decision.listLead')}
      indexed
    >
      <PageHeading title={t('initiatives.decision.listTitle')} lead={t('initiatives.decision.listLead')} />
      <Tabs
        label={t('initiatives.decision.listTitle')}
        tabs={[
          tab(null, t('initiatives.decision.filter.all')),
          ...Object.entries(filterWords).map(([value, word]) => tab(value as DecisionFilter, t(word))),
        ]}
      />
      <Table
        caption={t('initiatives.decision.listTitle')}
        captionHidden
        rows={decisions}
        empty={
          <EmptyState title={t('initiatives.decision.list.none')} icon="vote">
            <p>{t('initiatives.decision.list.noneHelp')}</p>
          </EmptyState>
        }
        columns={[
          { label: t('initiatives.decision.list.number'), numeric: true, cell: ({ number }) => number },
          {
            label: t('initiatives.decision.question'),
            heading: true,
            cell: ({ number, title }) => (
              <a href={link(`/decisions/${number}`)}>
                <Text value={title} note={false} />
              </a>
            ),
          },
          {
            label: t('initiatives.decision.list.state'),
            cell: decision => <Badge tone={standingTone(decision)}>{t(standingWord(decision))}</Badge>,
          },
          { label: t('initiatives.decision.list.votes'), cell: decision => <Votes decision={decision} /> },
          {
            label: t('initiatives.decision.list.ends'),
            cell: ({ endsAt }) => <Time at={endsAt} style="short" />,
          },
        ]}
      />
      <Pagination
        previous={null}
        next={next === null ? null : withQuery(here, { show: filter ?? '', before: String(next) })}
      />
    </Layout>
  )
}
