import {
  Badge,
  ButtonLink,
  Checkbox,
  EmptyState,
  Figures,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  Section,
  SelectField,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import type { DeskBody, DeskCounts, DeskItem } from '../queries/desk.ts'
import type { Colleague } from '../queries/officers.ts'
import { type CommunicationStatus, statuses } from '../schema/communications.ts'
import { kindWords, statusTones, statusWords } from '../words.ts'
import { DeskColleagues } from './desk-colleagues.tsx'

export type DeskProps = {
  bodies: readonly DeskBody[]
  items: readonly DeskItem[]
  counts: DeskCounts
  colleagues: readonly Colleague[]
  filter: { status?: CommunicationStatus; waiting: boolean; body: string }
  next: string | null
}

const waits: readonly CommunicationStatus[] = ['sent', 'registered', 'considering', 'forwarded']

const Counts = ({ counts }: Pick<DeskProps, 'counts'>) => {
  const { rootLink, t } = usePage()
  const of = (...which: CommunicationStatus[]) =>
    counts
      .filter(({ status, here }) => here && which.includes(status))
      .reduce((sum, { count }) => sum + count, 0)
  return (
    <Figures
      figures={[
        {
          value: of(...waits),
          label: t('authorities.desk.waiting'),
          href: `${rootLink('/desk')}?waiting=yes`,
        },
        {
          value: of('sent', 'forwarded'),
          label: t('authorities.desk.new'),
          href: `${rootLink('/desk')}?status=sent`,
        },
        {
          value: of('clarifying'),
          label: t('authorities.desk.withSender'),
          href: `${rootLink('/desk')}?status=clarifying`,
        },
        {
          value: of('answered', 'closed'),
          label: t('authorities.desk.done'),
          href: `${rootLink('/desk')}?status=answered`,
        },
      ]}
    />
  )
}

const Filter = ({ bodies, filter }: Pick<DeskProps, 'bodies' | 'filter'>) => {
  const { i18n, rootLink, t } = usePage()
  const { status, waiting, body } = filter
  const chosen = bodies.find(({ id }) => id === body)
  const active = [
    ...(status ? [{ name: 'status', value: status, label: t(statusWords[status]) }] : []),
    ...(waiting ? [{ name: 'waiting', value: 'yes', label: t('authorities.desk.waitingOnly') }] : []),
    ...(chosen ? [{ name: 'body', value: body, label: i18n.text(chosen.name).value }] : []),
  ]
  const sent = statuses.filter(one => one !== 'draft' && one !== 'signing')
  return (
    <FilterBar
      action={rootLink('/desk')}
      values={{ status, waiting: waiting ? 'yes' : undefined, body }}
      active={active}
    >
      <SelectField
        name="status"
        label={t('authorities.desk.status')}
        options={sent.map(value => ({ value, label: t(statusWords[value]) }))}
        empty={t('authorities.desk.anyStatus')}
      />
      {bodies.length > 1 && (
        <SelectField
          name="body"
          label={t('authorities.desk.body')}
          options={bodies.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
          empty={t('authorities.desk.anyBody')}
        />
      )}
      <Checkbox name="waiting" label={t('authorities.desk.waitingOnly')} />
    </FilterBar>
  )
}

const Letter = ({ item }: { item: DeskItem }) => {
  const { i18n } = usePage()
  return (
    <a href={`/${i18n.lang}/${item.slug}/communications/${item.number}`} lang={item.lang}>
      {item.title}
    </a>
  )
}

const Kind = ({ item }: { item: DeskItem }) => {
  const { t } = usePage()
  return (
    <>
      {t(kindWords[item.kind])}
      {item.registeredNumber && (
        <p class="hint">{t('authorities.desk.registered', { number: item.registeredNumber })}</p>
      )}
    </>
  )
}

const From = ({ item }: { item: DeskItem }) => (
  <>
    <Text value={item.sender} note={false} />
    {item.sender !== null && JSON.stringify(item.sender) !== JSON.stringify(item.umbrella) && (
      <p class="hint">
        <Text value={item.umbrella} note={false} />
      </p>
    )}
  </>
)

const Where = ({ item }: { item: DeskItem }) => {
  const { t } = usePage()
  if (!item.here) return <Badge>{t('authorities.desk.passedOn')}</Badge>
  return <Badge tone={statusTones[item.status]}>{t(statusWords[item.status])}</Badge>
}

const List = ({ items, filter, next }: Pick<DeskProps, 'items' | 'filter' | 'next'>) => {
  const { rootLink, t } = usePage()
  const filtered = filter.status !== undefined || filter.waiting || filter.body !== ''
  const columns = [
    {
      label: t('authorities.desk.letterColumn'),
      heading: true,
      cell: (item: DeskItem) => <Letter item={item} />,
    },
    { label: t('authorities.desk.kind'), cell: (item: DeskItem) => <Kind item={item} /> },
    { label: t('authorities.desk.from'), cell: (item: DeskItem) => <From item={item} /> },
    {
      label: t('authorities.desk.sentOn'),
      cell: (item: DeskItem) => <Time at={item.sentOn} style="short" />,
    },
    { label: t('authorities.desk.status'), cell: (item: DeskItem) => <Where item={item} /> },
  ]
  const empty = (
    <EmptyState
      title={t(filtered ? 'authorities.desk.nothingFound' : 'authorities.desk.nothingYet')}
      actions={filtered && <ButtonLink href={rootLink('/desk')}>{t('authorities.desk.showAll')}</ButtonLink>}
    >
      {!filtered && <p>{t('authorities.desk.nothingYetHelp')}</p>}
    </EmptyState>
  )
  return (
    <>
      <Table
        caption={t('authorities.desk.list')}
        captionHidden
        columns={columns}
        rows={items}
        empty={empty}
      />
      <Pagination previous={null} next={next} />
    </>
  )
}

/** Everything that reached the bodies for which a person answers, from every coalition. */
export const DeskPage = (props: DeskProps) => {
  const { i18n, t } = usePage()
  const { bodies, colleagues, items } = props
  const title = t('authorities.desk.title')
  if (bodies.length === 0) {
    return (
      <Layout title={title}>
        <PageHeading title={title} />
        <EmptyState title={t('authorities.desk.noBody')} icon="building-2">
          <p>{t('authorities.desk.noBodyHelp')}</p>
        </EmptyState>
      </Layout>
    )
  }
  const names = i18n.list(bodies.map(({ name }) => i18n.text(name).value))
  return (
    <Layout title={title}>
      <PageHeading title={title} kicker={names} lead={t('authorities.desk.lead')} />
      <Counts {...props} />
      <Filter {...props} />
      <List {...props} />
      <Section title={t('authorities.desk.officers.title')} lead={t('authorities.desk.officers.lead')}>
        <DeskColleagues bodies={bodies} colleagues={colleagues} slug={items[0]?.slug ?? null} />
      </Section>
    </Layout>
  )
}
