import {
  Badge,
  ButtonLink,
  Checkbox,
  EmptyState,
  FilterBar,
  type FormValues,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Table,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { hasEnded } from '../legislation.ts'
import { lawStageWords, routeWords } from '../legislation-words.ts'
import type { ProposalLine } from '../queries/legislation.ts'
import { routes, stages } from '../schema/proposals.ts'

export const daysSince = (day: string, today: Temporal.PlainDate) =>
  Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' }).days

type StandingProps = {
  of: Pick<ProposalLine, 'stage' | 'stageSince' | 'lastOn'>
  today: Temporal.PlainDate
  stalledAfter: number
}

/** In which stage a proposal is, for how long, and whether it has stalled there. */
export const Standing = ({ of: { stage, stageSince, lastOn }, today, stalledAfter }: StandingProps) => {
  const { t } = usePage()
  const silent = daysSince(lastOn, today)
  if (hasEnded(stage)) return <Badge tone={stage === 'law' ? 'good' : 'bad'}>{t(lawStageWords[stage])}</Badge>
  return (
    <span class="state-line">
      <Badge tone="accent">{t(lawStageWords[stage])}</Badge>
      {silent >= stalledAfter ? (
        <Badge tone="warn">{t('councils.legislation.stalledFor', { days: silent })}</Badge>
      ) : (
        <small class="muted">
          {t('councils.legislation.forDays', { days: daysSince(stageSince, today) })}
        </small>
      )}
    </span>
  )
}

type Props = {
  lines: readonly ProposalLine[]
  next: number | null
  values: FormValues
  today: Temporal.PlainDate
  stalledAfter: number
  proposes: boolean
}

const Filters = ({ values, stalledAfter }: Pick<Props, 'values' | 'stalledAfter'>) => {
  const { link, t } = usePage()
  const active = [
    ...routes
      .filter(route => values.route === route)
      .map(value => ({ name: 'route', value, label: t(routeWords[value]) })),
    ...stages
      .filter(stage => values.stage === stage)
      .map(value => ({ name: 'stage', value, label: t(lawStageWords[value]) })),
    ...(values.stalled === 'yes'
      ? [
          {
            name: 'stalled',
            value: 'yes',
            label: t('councils.legislation.onlyStalled', { days: stalledAfter }),
          },
        ]
      : []),
  ]
  return (
    <FilterBar action={link('/legislation')} values={values} active={active}>
      <SelectField
        name="route"
        label={t('councils.legislation.routeLabel')}
        empty={t('councils.legislation.anyRoute')}
        options={routes.map(value => ({ value, label: t(routeWords[value]) }))}
      />
      <SelectField
        name="stage"
        label={t('councils.legislation.stageLabel')}
        empty={t('councils.legislation.anyStage')}
        options={stages.map(value => ({ value, label: t(lawStageWords[value]) }))}
      />
      <Checkbox
        name="stalled"
        value="yes"
        label={t('councils.legislation.onlyStalled', { days: stalledAfter })}
      />
    </FilterBar>
  )
}

/** Proposals on their way to a law: where each stands, and for how long nothing has happened to it. */
export const LegislationPage = ({ lines, next, proposes, ...props }: Props) => {
  const { link, t, umbrella, url } = usePage()
  return (
    <Layout title={t('councils.legislation.title')} description={t('councils.legislation.lead')} indexed>
      <PageHeading
        title={t('councils.legislation.title')}
        lead={t('councils.legislation.lead')}
        actions={
          proposes && (
            <ButtonLink href={link('/legislation/new')} look="primary" icon="plus">
              {t('councils.legislation.new')}
            </ButtonLink>
          )
        }
      />
      <Filters values={props.values} stalledAfter={props.stalledAfter} />
      <Table
        caption={t('councils.legislation.title')}
        captionHidden
        columns={[
          {
            label: t('councils.legislation.proposal'),
            heading: true,
            cell: ({ number, title, lang }) => (
              <a href={link(`/legislation/${number}`)} lang={lang}>
                {title}
              </a>
            ),
          },
          { label: t('councils.legislation.stageLabel'), cell: line => <Standing of={line} {...props} /> },
          {
            label: t('councils.legislation.preparedBy'),
            cell: ({ council, route }) => (council ? <Text value={council} /> : t(routeWords[route])),
          },
          {
            label: t('councils.legislation.preparedOn'),
            cell: ({ preparedOn }) => <Time at={preparedOn} style="short" />,
          },
        ]}
        rows={lines}
        empty={
          <EmptyState title={t('councils.legislation.none')} icon="scale">
            <p>{t('councils.legislation.noneHint')}</p>
          </EmptyState>
        }
      />
      <Pagination previous={null} next={next === null ? null : withQuery(url, { before: String(next) })} />
      <p class="directory-exports">
        {t('councils.legislation.take')} <a href={link('/legislation.atom')}>Atom</a>,{' '}
        <a href={`/api/v1/${umbrella!.slug}/legislation`}>JSON</a>
      </p>
    </Layout>
  )
}
