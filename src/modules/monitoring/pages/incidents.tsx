import {
  Badge,
  ButtonLink,
  EmptyState,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Table,
  Tabs,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { termLabel, termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import { verificationTones, waitingWords } from '../incident-words.ts'
import { canCode, canCompare } from '../policy/coding.ts'
import { type IncidentFilter, type IncidentKey, type IncidentLine, waitings } from '../queries/incidents.ts'
import { Codes, When } from './codes.tsx'
import { RegionField } from './region-field.tsx'

export type IncidentsProps = {
  lines: readonly IncidentLine[]
  next: IncidentKey | null
  filter: IncidentFilter
  period: string
  years: readonly number[]
  vocabulary: Vocabulary
}

const WaitingTabs = ({ filter }: Pick<IncidentsProps, 'filter'>) => {
  const { link, t } = usePage()
  return (
    <Tabs
      label={t('monitoring.incident.waiting.label')}
      tabs={[
        {
          label: t('monitoring.incident.waiting.all'),
          href: link('/incidents'),
          current: filter.waiting === null,
        },
        ...waitings.map(waiting => ({
          label: t(waitingWords[waiting]),
          href: link(`/incidents?waiting=${waiting}`),
          current: filter.waiting === waiting,
        })),
      ]}
    />
  )
}

const Filters = ({ filter, period, years, vocabulary }: Omit<IncidentsProps, 'lines' | 'next'>) => {
  const { i18n, link, t } = usePage()
  const { verification, region, bias, waiting } = filter
  const periods = [
    { value: '3m', label: t('monitoring.incident.filter.months', { count: 3 }) },
    { value: '12m', label: t('monitoring.incident.filter.months', { count: 12 }) },
    ...years.map(year => ({ value: String(year), label: String(year) })),
  ]
  const labelOf = (list: string, code: string) => termLabel(vocabulary, list, code, i18n)
  const active = [
    ...(verification
      ? [{ name: 'verification', value: verification, label: labelOf('verification', verification) }]
      : []),
    ...(period
      ? [{ name: 'period', value: period, label: periods.find(({ value }) => value === period)?.label ?? '' }]
      : []),
    ...(region ? [{ name: 'region', value: region, label: i18n.region(region) }] : []),
    ...(bias ? [{ name: 'bias', value: bias, label: labelOf('bias', bias) }] : []),
  ]
  return (
    <FilterBar
      action={link('/incidents')}
      values={{ verification: verification ?? '', period, region: region ?? '', bias: bias ?? '' }}
      active={active}
    >
      {waiting && <input type="hidden" name="waiting" value={waiting} />}
      <SelectField
        name="verification"
        label={t('monitoring.incident.verification.title')}
        options={termOptions(vocabulary, 'verification', i18n).map(({ value, label }) => ({
          value,
          label: `${value} · ${label}`,
        }))}
        empty={t('monitoring.incident.filter.anyLevel')}
      />
      <SelectField
        name="period"
        label={t('monitoring.incident.filter.period')}
        options={periods}
        empty={t('monitoring.incident.filter.anyTime')}
      />
      <RegionField empty={t('monitoring.incident.filter.anyRegion')} />
      <SelectField
        name="bias"
        label={t('monitoring.coding.bias')}
        options={termOptions(vocabulary, 'bias', i18n)}
        empty={t('monitoring.incident.filter.anyBias')}
      />
    </FilterBar>
  )
}

const CodingState = ({ line }: { line: IncidentLine }) => {
  const { link, t } = usePage()
  const standing = { ...line, coded: line.bias !== null || line.layer !== null }
  const settled = standing.coded
  if (canCode(standing)) {
    const words = line.mine === 'open' ? 'monitoring.coding.continue' : 'monitoring.coding.begin'
    return <a href={link(`/incidents/${line.code}/coding`)}>{t(words)}</a>
  }
  if (canCompare(standing) && !settled)
    return <a href={link(`/incidents/${line.code}/comparison`)}>{t('monitoring.coding.settle')}</a>
  if (settled) return <>{t('monitoring.coding.settled')}</>
  return <>{t(line.mine === 'done' ? 'monitoring.coding.waitsForSecond' : 'monitoring.coding.taken')}</>
}

const Lines = ({ lines, vocabulary, filter }: IncidentsProps) => {
  const { i18n, link, t } = usePage()
  return (
    <Table<IncidentLine>
      caption={t(filter.waiting ? waitingWords[filter.waiting] : 'monitoring.incident.waiting.all')}
      captionHidden
      columns={[
        {
          label: t('monitoring.incident.code'),
          heading: true,
          cell: line => (
            <a href={link(`/incidents/${line.code}`)}>
              <code>{line.code}</code>
            </a>
          ),
        },
        { label: t('monitoring.incident.when'), cell: line => <When {...line} /> },
        {
          label: t('monitoring.incident.region'),
          cell: line => (line.region ? i18n.region(line.region) : t('monitoring.incident.notKnown')),
        },
        {
          label: t('monitoring.incident.what'),
          cell: line => (
            <>
              <Codes vocabulary={vocabulary} list="types" codes={line.types} />
              {line.bias !== null && (
                <>
                  {' · '}
                  <Codes vocabulary={vocabulary} list="bias" codes={[line.bias]} />
                </>
              )}
            </>
          ),
        },
        {
          label: t('monitoring.incident.verification.title'),
          cell: ({ verification }) => (
            <Badge tone={verificationTones[verification]}>
              {verification} {termLabel(vocabulary, 'verification', verification, i18n)}
            </Badge>
          ),
        },
        { label: t('monitoring.coding.title'), cell: line => <CodingState line={line} /> },
      ]}
      rows={lines}
    />
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) => {
  const { link, t } = usePage()
  return (
    <EmptyState
      title={t(filtered ? 'monitoring.incident.list.noneFound' : 'monitoring.incident.list.none')}
      actions={
        filtered ? (
          <ButtonLink href={link('/incidents')}>{t('monitoring.incident.list.showAll')}</ButtonLink>
        ) : undefined
      }
    >
      {!filtered && <p>{t('monitoring.incident.list.noneHint')}</p>}
    </EmptyState>
  )
}

/** What monitors work through: codes only, so that nothing has to be opened for looking. */
export const IncidentsPage = (props: IncidentsProps) => {
  const { lines, next, filter } = props
  const { link, t, url } = usePage()
  const { waiting, verification, region, bias, period } = filter
  const filtered = [waiting, verification, region, bias, period].some(value => value !== null)
  return (
    <Layout title={t('monitoring.incident.list.title')}>
      <PageHeading
        title={t('monitoring.incident.list.title')}
        lead={t('monitoring.incident.list.lead')}
        actions={
          <>
            <ButtonLink href={link('/incidents/new?from=media')} look="primary" icon="plus">
              {t('monitoring.incident.new.media')}
            </ButtonLink>
            <ButtonLink href={link('/incidents/new?from=call')} icon="phone">
              {t('monitoring.incident.new.call')}
            </ButtonLink>
          </>
        }
      />
      <WaitingTabs filter={filter} />
      <Filters {...props} />
      {lines.length === 0 ? <Nothing filtered={filtered} /> : <Lines {...props} />}
      <Pagination
        previous={null}
        next={next && withQuery(url, { after: `${next.month ?? 'unknown'}_${next.id}` })}
      />
    </Layout>
  )
}
