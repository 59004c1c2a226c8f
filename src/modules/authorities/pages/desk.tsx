import type { MessageKey } from '#platform/i18n/index.ts'
import {
  Checkbox,
  EmptyState,
  Figures,
  FilterBar,
  Layout,
  PageHeading,
  Section,
  SelectField,
  usePage,
} from '#ui/index.ts'
import { type DeskOrder, type DueFilter, type deskFilter, deskOrders, dueFilters } from '../forms/desk.ts'
import type { DeskBody, DeskCounts, DeskItem } from '../queries/desk.ts'
import type { Colleague } from '../queries/officers.ts'
import { type CommunicationStatus, statuses } from '../schema/communications.ts'
import { statusWords } from '../words.ts'
import { DeskColleagues } from './desk-colleagues.tsx'
import { DeskList } from './desk-list.tsx'

export type DeskProps = {
  bodies: readonly DeskBody[]
  items: readonly DeskItem[]
  counts: DeskCounts
  colleagues: readonly Colleague[]
  filter: ReturnType<typeof deskFilter>
  next: string | null
}

const dueWords = {
  overdue: 'authorities.desk.overdue',
  week: 'authorities.desk.dueWithinWeek',
} as const satisfies Record<DueFilter, MessageKey>

const orderWords = {
  due: 'authorities.desk.order.due',
  newest: 'authorities.desk.order.newest',
} as const satisfies Record<DeskOrder, MessageKey>

const waits: readonly CommunicationStatus[] = ['sent', 'registered', 'considering', 'forwarded']

const Counts = ({ counts }: Pick<DeskProps, 'counts'>) => {
  const { rootLink, t } = usePage()
  const sum = (which: (one: DeskCounts[number]) => boolean) =>
    counts.filter(one => one.here && which(one)).reduce((all, { count }) => all + count, 0)
  const of = (...which: CommunicationStatus[]) => sum(({ status }) => which.includes(status))
  return (
    <Figures
      figures={[
        ...dueFilters.map(due => ({
          value: sum(one => one.due === due),
          label: t(dueWords[due]),
          href: `${rootLink('/desk')}?due=${due}`,
        })),
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
  const { status, waiting, body, due, order } = filter
  const chosen = bodies.find(({ id }) => id === body)
  const active = [
    ...(status ? [{ name: 'status', value: status, label: t(statusWords[status]) }] : []),
    ...(due ? [{ name: 'due', value: due, label: t(dueWords[due]) }] : []),
    ...(waiting ? [{ name: 'waiting', value: 'yes', label: t('authorities.desk.waitingOnly') }] : []),
    ...(chosen ? [{ name: 'body', value: body, label: i18n.text(chosen.name).value }] : []),
  ]
  const sent = statuses.filter(one => one !== 'draft' && one !== 'signing')
  return (
    <FilterBar
      action={rootLink('/desk')}
      values={{ status, due, order, waiting: waiting ? 'yes' : undefined, body }}
      active={active}
    >
      <SelectField
        name="status"
        label={t('authorities.desk.status')}
        options={sent.map(value => ({ value, label: t(statusWords[value]) }))}
        empty={t('authorities.desk.anyStatus')}
      />
      <SelectField
        name="due"
        label={t('authorities.desk.due')}
        options={dueFilters.map(value => ({ value, label: t(dueWords[value]) }))}
        empty={t('authorities.desk.anyDue')}
      />
      {bodies.length > 1 && (
        <SelectField
          name="body"
          label={t('authorities.desk.body')}
          options={bodies.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
          empty={t('authorities.desk.anyBody')}
        />
      )}
      <SelectField
        name="order"
        label={t('authorities.desk.order.label')}
        options={deskOrders.map(value => ({ value, label: t(orderWords[value]) }))}
        empty={null}
        required
      />
      <Checkbox name="waiting" label={t('authorities.desk.waitingOnly')} />
    </FilterBar>
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
      <DeskList {...props} />
      <Section title={t('authorities.desk.officers.title')} lead={t('authorities.desk.officers.lead')}>
        <DeskColleagues bodies={bodies} colleagues={colleagues} slug={items[0]?.slug ?? null} />
      </Section>
    </Layout>
  )
}
