import { Badge, EmptyState, Layout, PageHeading, Table, Tabs, Text, Time, usePage } from '#ui/index.ts'
import type { RealisationLine, RealisationList } from '../queries/realisation.ts'
import { realisationStatusWords, realisationTones } from '../realisation-words.ts'
import { type RealisationStatus, realisationStatuses } from '../schema/realisation.ts'
import { Speaker } from './speaker.tsx'

type Props = { list: RealisationList; status: RealisationStatus | null }

const States = ({ list, status }: Props) => {
  const { link, t } = usePage()
  const all = realisationStatuses.reduce((sum, one) => sum + (list.counts[one] ?? 0), 0)
  return (
    <Tabs
      label={t('initiatives.list.states')}
      tabs={[
        {
          label: t('initiatives.list.all'),
          href: link('/realisations'),
          count: all,
          current: status === null,
        },
        ...realisationStatuses
          .filter(one => list.counts[one] || one === status)
          .map(one => ({
            label: t(realisationStatusWords[one]),
            href: link(`/realisations?status=${one}`),
            count: list.counts[one] ?? 0,
            current: one === status,
          })),
      ]}
    />
  )
}

const Next = ({ line }: { line: RealisationLine }) => {
  const { t } = usePage()
  if (line.endedAt) {
    return (
      <>
        {t('initiatives.realisations.ended')} <Time at={line.endedAt} day style="short" />
      </>
    )
  }
  return (
    <>
      {t('initiatives.turn.reportDue')} <Time at={line.reportDueAt} day style="short" />
    </>
  )
}

/** What the coalition has decided and is doing now: what stands still comes first. */
export const RealisationsPage = ({ list, status }: Props) => {
  const { i18n, link, t } = usePage()
  return (
    <Layout
      title={t('initiatives.realisations.title')}
      description={t('initiatives.realisations.lead')}
      crumbs={[{ label: t('initiatives.list.title'), path: '/initiatives' }]}
      indexed
    >
      <PageHeading title={t('initiatives.realisations.title')} lead={t('initiatives.realisations.lead')} />
      <States list={list} status={status} />
      <Table
        caption={t('initiatives.realisations.title')}
        captionHidden
        columns={[
          {
            label: t('initiatives.realisations.initiative'),
            heading: true,
            cell: line => (
              <a href={link(`/realisations/${line.number}`)}>
                <Text value={line.title} note={false} />
              </a>
            ),
          },
          {
            label: t('initiatives.task.status'),
            cell: line => (
              <Badge tone={realisationTones[line.status]}>{t(realisationStatusWords[line.status])}</Badge>
            ),
          },
          { label: t('initiatives.realisation.answers'), cell: line => <Speaker name={line.member} /> },
          {
            label: t('initiatives.task.doneFigure'),
            numeric: true,
            cell: line =>
              t('initiatives.realisation.of', {
                value: i18n.number(line.tasksDone),
                max: i18n.number(line.tasks),
              }),
          },
          { label: t('initiatives.realisations.next'), cell: line => <Next line={line} /> },
        ]}
        rows={list.lines}
        empty={
          <EmptyState title={t('initiatives.realisations.none')} icon="clipboard-check">
            <p>{t('initiatives.realisations.noneHint')}</p>
          </EmptyState>
        }
      />
    </Layout>
  )
}
