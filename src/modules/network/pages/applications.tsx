import {
  Badge,
  ButtonLink,
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
import { lastDay } from '../deadlines.ts'
import { type ApplicationLine, type ApplicationState, applicationStates } from '../queries/applications.ts'
import { applicationTones, applicationWords, formWords } from '../words.ts'

type Props = { state: ApplicationState; lines: readonly ApplicationLine[]; next: string | null }

const stateWords = { open: 'network.applications.open', closed: 'network.applications.closed' } as const

const Lines = ({ state, lines }: Omit<Props, 'next'>) => {
  const { i18n, link, t } = usePage()
  const until = (line: ApplicationLine) =>
    line.objectionsUntil && i18n.date(lastDay(i18n, line.objectionsUntil), 'short')
  return (
    <Table
      caption={t(stateWords[state])}
      captionHidden
      columns={[
        {
          label: t('network.application.name'),
          heading: true,
          cell: line => (
            <a href={link(`/applications/${line.id}`)}>
              {line.name && Object.keys(line.name).length > 0 ? (
                <Text value={line.name} note={false} />
              ) : (
                t('network.application.forgotten')
              )}
            </a>
          ),
        },
        { label: t('network.application.form'), cell: line => t(formWords[line.form]) },
        {
          label: t('network.application.state'),
          cell: line => (
            <>
              <Badge tone={applicationTones[line.status]}>{t(applicationWords[line.status])}</Badge>{' '}
              {line.status === 'published' && line.unanswered > 0 && (
                <Badge tone="warn">{t('network.applications.toLookAt')}</Badge>
              )}
            </>
          ),
        },
        state === 'open'
          ? { label: t('network.applications.until'), cell: until }
          : {
              label: t('network.applications.closedOn'),
              cell: line => line.closedAt && <Time at={line.closedAt} day style="short" />,
            },
        { label: t('network.objection.title'), numeric: true, cell: line => i18n.number(line.objections) },
      ]}
      rows={lines}
      empty={
        <EmptyState
          title={t(state === 'open' ? 'network.applications.noneOpen' : 'network.applications.noneClosed')}
          actions={<ButtonLink href={link('/join')}>{t('network.applications.howToJoin')}</ButtonLink>}
        />
      }
    />
  )
}

/** Applications as members follow them: those that run, and those that are closed. */
export const ApplicationsPage = ({ state, lines, next }: Props) => {
  const { link, t, url } = usePage()
  return (
    <Layout title={t('network.applications.title')}>
      <PageHeading title={t('network.applications.title')} lead={t('network.applications.lead')} />
      <Tabs
        label={t('network.applications.title')}
        tabs={applicationStates.map(value => ({
          label: t(stateWords[value]),
          href: link(value === 'open' ? '/applications' : '/applications?state=closed'),
          current: value === state,
        }))}
      />
      <Lines state={state} lines={lines} />
      <Pagination previous={null} next={next && withQuery(url, { after: next })} />
    </Layout>
  )
}
