import { fieldsOfWork } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  ButtonLink,
  Card,
  Cards,
  EmptyState,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Tabs,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { statusTones, statusWords } from '../initiative-words.ts'
import { canInitiate } from '../policy/initiatives.ts'
import type { InitiativeFilter, InitiativeLine, InitiativeList } from '../queries/initiative-list.ts'
import { Speaker } from './speaker.tsx'

type Props = { list: InitiativeList; filter: InitiativeFilter; viewer: Viewer }

const shownStatuses = ['discussion', 'decision', 'supported', 'not_supported', 'withdrawn'] as const

const StatusTabs = ({ list, filter }: Pick<Props, 'list' | 'filter'>) => {
  const { link, t } = usePage()
  const all = shownStatuses.reduce((sum, status) => sum + (list.counts[status] ?? 0), 0)
  return (
    <Tabs
      label={t('initiatives.list.states')}
      tabs={[
        {
          label: t('initiatives.list.all'),
          href: link('/initiatives'),
          count: all,
          current: !filter.status,
        },
        ...shownStatuses
          .filter(status => list.counts[status] || status === filter.status)
          .map(status => ({
            label: t(statusWords[status]),
            href: link(`/initiatives?status=${status}`),
            count: list.counts[status] ?? 0,
            current: status === filter.status,
          })),
      ]}
    />
  )
}

const Filters = ({ list, filter }: Pick<Props, 'list' | 'filter'>) => {
  const { i18n, link, t } = usePage()
  const { topic, who, status } = filter
  const active = [
    ...(topic ? [{ name: 'topic', value: topic, label: fieldsOfWork.label(topic, i18n) }] : []),
    ...(who
      ? [
          {
            name: 'who',
            value: who,
            label: list.who ? i18n.text(list.who).value : t('initiatives.speaker.individual'),
          },
        ]
      : []),
  ]
  if (list.topics.length === 0) return null
  return (
    <FilterBar
      action={link('/initiatives')}
      values={{ topic: topic ?? '' }}
      active={active}
      search={
        <>
          {status && <input type="hidden" name="status" value={status} />}
          {who && <input type="hidden" name="who" value={who} />}
          <SelectField
            name="topic"
            label={t('initiatives.list.topic')}
            options={fieldsOfWork.sorted(i18n).filter(({ value }) => list.topics.includes(value))}
            empty={t('initiatives.list.anyTopic')}
          />
        </>
      }
    />
  )
}

const InitiativeCard = ({ line }: { line: InitiativeLine }) => {
  const { i18n, link, t } = usePage()
  return (
    <Card
      href={link(`/initiatives/${line.number}`)}
      title={<Text value={line.title} />}
      kicker={
        <>
          <Badge tone={statusTones[line.status]}>{t(statusWords[line.status])}</Badge>{' '}
          {line.withdrawn && line.status === 'decision' && (
            <Badge tone="warn">{t('initiatives.withdrawal.seeks')}</Badge>
          )}
          {line.setAside && <Badge tone="warn">{t('initiatives.decision.setAside.badge')}</Badge>}{' '}
          {t('initiatives.initiative.kicker', { number: i18n.number(line.number) })}
        </>
      }
      footer={
        <>
          <a href={link(`/initiatives?who=${line.membershipId}`)}>
            <Speaker name={line.member} />
          </a>{' '}
          · <Time at={line.publishedAt} day style="short" />
          {line.voices > 0 && <> · {t('initiatives.list.voices', { count: line.voices })}</>}
          {line.amendments > 0 && <> · {t('initiatives.list.amendments', { count: line.amendments })}</>}
        </>
      }
    >
      <div class="clamped">
        <Text value={line.need} note={false} />
      </div>
      {line.closesAt && (
        <p>
          {t('initiatives.list.closes')} <Time at={line.closesAt} />
        </p>
      )}
    </Card>
  )
}

/** What the coalition takes up: the public list. */
export const InitiativesPage = ({ list, filter, viewer }: Props) => {
  const { link, t, url } = usePage()
  const last = list.lines.at(-1)
  const begins = canInitiate(viewer)
  return (
    <Layout title={t('initiatives.list.title')} description={t('initiatives.list.lead')} indexed>
      <PageHeading
        title={t('initiatives.list.title')}
        lead={t('initiatives.list.lead')}
        actions={
          begins ? (
            <>
              <ButtonLink href={link('/initiatives/new')} look="primary" icon="plus">
                {t('initiatives.draft.begin')}
              </ButtonLink>
              <ButtonLink href={link('/initiatives/drafts')}>{t('initiatives.drafts.title')}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <StatusTabs list={list} filter={filter} />
      <Filters list={list} filter={filter} />
      {list.lines.length === 0 ? (
        <EmptyState title={t('initiatives.list.nothing')}>
          {begins && <p>{t('initiatives.list.nothingHint')}</p>}
        </EmptyState>
      ) : (
        <>
          <h2 class="sr-only">{t(filter.status ? statusWords[filter.status] : 'initiatives.list.all')}</h2>
          <Cards>
            {list.lines.map(line => (
              <InitiativeCard line={line} />
            ))}
          </Cards>
        </>
      )}
      <Pagination
        previous={null}
        next={list.more && last ? withQuery(url, { before: String(last.number) }) : null}
      />
    </Layout>
  )
}
