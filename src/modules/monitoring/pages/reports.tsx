import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Table,
  Tabs,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { type ReportKey, type ReportLine, type ReportListView, reportViews } from '../queries/report-list.ts'
import { viewWords } from '../report/intake-words.ts'
import { When } from './codes.tsx'

export type ReportsProps = { view: ReportListView; lines: readonly ReportLine[]; next: ReportKey | null }

/** What a report is called where nothing of it may be said: when it came, and the beginning of its random id. */
export const ReportName = ({ report }: { report: Pick<ReportLine, 'id'> }) => {
  const { t } = usePage()
  return <>{t('monitoring.intake.report.name', { code: report.id.slice(0, 8) })}</>
}

const State = ({ report }: { report: ReportLine }) => {
  const { link, t } = usePage()
  const { waitingSince, incident, closedOn } = report
  return (
    <>
      {waitingSince !== null && (
        <>
          <Badge tone="warn">{t('monitoring.intake.state.waits')}</Badge>{' '}
          <Time at={waitingSince} style="short" />
        </>
      )}{' '}
      {incident !== null && (
        <a href={link(`/incidents/${incident}`)}>{t('monitoring.incident.kicker', { code: incident })}</a>
      )}
      {incident === null && closedOn !== null && t('monitoring.intake.state.closed')}
      {incident === null &&
        closedOn === null &&
        waitingSince === null &&
        t('monitoring.intake.state.answered')}
    </>
  )
}

const Choose = ({ report }: { report: ReportLine }) => {
  const { t } = usePage()
  if (report.incident !== null) return null
  const label = t('monitoring.intake.list.choose', { code: report.id.slice(0, 8) })
  return <input class="checkbox" type="checkbox" name="report" value={report.id} aria-label={label} />
}

const Lines = ({ view, lines }: Omit<ReportsProps, 'next'>) => {
  const { i18n, link, t } = usePage()
  return (
    <Table<ReportLine>
      caption={t(viewWords[view])}
      captionHidden
      columns={[
        {
          label: t('monitoring.intake.report.one'),
          heading: true,
          cell: report => (
            <a href={link(`/reports/${report.id}`)}>
              <ReportName report={report} />
            </a>
          ),
        },
        {
          label: t('monitoring.intake.report.receivedOn'),
          cell: ({ receivedOn }) => <Time at={receivedOn} style="short" />,
        },
        {
          label: t('monitoring.incident.when'),
          cell: report => <When {...report} precision={report.precision ?? 'exact'} />,
        },
        {
          label: t('monitoring.incident.region'),
          cell: ({ region }) => (region ? i18n.region(region) : t('monitoring.incident.notKnown')),
        },
        { label: t('monitoring.intake.list.state'), cell: report => <State report={report} /> },
        ...(view === 'joined'
          ? []
          : [
              {
                label: t('monitoring.intake.list.choice'),
                cell: (report: ReportLine) => <Choose report={report} />,
              },
            ]),
      ]}
      rows={lines}
    />
  )
}

const Nothing = ({ view }: Pick<ReportsProps, 'view'>) => {
  const { t } = usePage()
  return (
    <EmptyState
      title={t(view === 'todo' ? 'monitoring.intake.list.nothingToDo' : 'monitoring.intake.list.none')}
    >
      {view === 'todo' && <p>{t('monitoring.intake.list.nothingToDoHint')}</p>}
    </EmptyState>
  )
}

/** Reports as they lie in the open. Chosen ones become one incident: several people may tell of the same thing. */
export const ReportsPage = ({ view, lines, next }: ReportsProps) => {
  const { link, t, url } = usePage()
  const after = next && `${next.waitingSince ?? 'none'}_${next.receivedOn}_${next.id}`
  return (
    <Layout title={t('monitoring.intake.list.title')}>
      <PageHeading
        title={t('monitoring.intake.list.title')}
        lead={t('monitoring.intake.list.lead')}
        actions={
          <ButtonLink href={link('/reports/new')} icon="phone">
            {t('monitoring.intake.call.menu')}
          </ButtonLink>
        }
      />
      <Tabs
        label={t('monitoring.intake.list.views')}
        tabs={reportViews.map(one => ({
          label: t(viewWords[one]),
          href: link(one === 'todo' ? '/reports' : `/reports?view=${one}`),
          current: one === view,
        }))}
      />
      {lines.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <form class="report-choice" action={link('/reports/incident')} method="get">
          <Lines view={view} lines={lines} />
          {view !== 'joined' && (
            <Actions>
              <Button look="primary">{t('monitoring.intake.list.makeIncident')}</Button>
            </Actions>
          )}
        </form>
      )}
      <Pagination previous={null} next={after && withQuery(url, { after })} />
    </Layout>
  )
}
