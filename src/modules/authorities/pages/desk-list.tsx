import {
  Badge,
  ButtonLink,
  EmptyState,
  Pagination,
  Table,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import type { DeskOrder, deskFilter } from '../forms/desk.ts'
import type { DeskItem } from '../queries/desk.ts'
import { kindWords, statusTones, statusWords } from '../words.ts'
import { DaysLeft } from './days-left.tsx'

type Props = {
  items: readonly DeskItem[]
  filter: ReturnType<typeof deskFilter>
  next: string | null
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

const Due = ({ item }: { item: DeskItem }) => {
  const { dueOn, here, today } = item
  if (dueOn === null || !here) return '—'
  return (
    <>
      <Time at={dueOn} style="short" /> <DaysLeft dueOn={dueOn} today={Temporal.PlainDate.from(today)} />
    </>
  )
}

const Where = ({ item }: { item: DeskItem }) => {
  const { t } = usePage()
  if (!item.here) return <Badge>{t('authorities.desk.passedOn')}</Badge>
  return <Badge tone={statusTones[item.status]}>{t(statusWords[item.status])}</Badge>
}

/** What lies on the desk, one page of it. */
export const DeskList = ({ items, filter, next }: Props) => {
  const { rootLink, t, url } = usePage()
  const filtered =
    filter.status !== undefined || filter.due !== undefined || filter.waiting || filter.body !== ''
  const sortedBy = (order: DeskOrder) => ({
    href: withQuery(url, { order }),
    order:
      filter.order !== order
        ? ('none' as const)
        : order === 'due'
          ? ('ascending' as const)
          : ('descending' as const),
  })
  const columns = [
    {
      label: t('authorities.desk.letterColumn'),
      heading: true,
      cell: (item: DeskItem) => <Letter item={item} />,
    },
    { label: t('authorities.desk.kind'), cell: (item: DeskItem) => <Kind item={item} /> },
    { label: t('authorities.desk.from'), cell: (item: DeskItem) => <From item={item} /> },
    {
      label: t('authorities.desk.due'),
      sort: sortedBy('due'),
      cell: (item: DeskItem) => <Due item={item} />,
    },
    {
      label: t('authorities.desk.sentOn'),
      sort: sortedBy('newest'),
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
