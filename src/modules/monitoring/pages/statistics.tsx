import { ButtonLink, EmptyState, Figures, Layout, PageHeading, Section, Tabs, usePage } from '#ui/index.ts'
import { seriesOf } from '../statistics/series.ts'
import { written } from '../statistics/written.ts'
import { FilesSection, ReadingSection, VersionsSection } from './statistics-files.tsx'
import { StatisticsMap } from './statistics-map.tsx'
import { OfficialSection } from './statistics-official.tsx'
import { Caveat, CountSections, CoverageSection, type Shared, WaySection } from './statistics-sections.tsx'
import { TimeChart } from './statistics-time.tsx'

/** Before the first release. */
export const NoStatisticsPage = () => {
  const { t } = usePage()
  const title = t('monitoring.statistics.title')
  return (
    <Layout title={title}>
      <PageHeading title={title} />
      <EmptyState title={t('monitoring.statistics.none')} icon="map">
        {t('monitoring.statistics.noneWhy')}
      </EmptyState>
    </Layout>
  )
}

/** The address of a release: of the newest one where no other is asked for. */
export const releasePath = ({ release, releases }: Pick<Shared, 'release' | 'releases'>): string =>
  release === releases[0] ? '/statistics' : `/statistics/${release.number}`

const YearTabs = ({ published, year, ...shared }: Shared) => {
  const { link, t } = usePage()
  const years = published.years()
  if (years.length < 2) return null
  const base = releasePath(shared)
  return (
    <Tabs
      label={t('monitoring.statistics.years')}
      tabs={[
        { label: t('monitoring.statistics.allYears'), href: link(base), current: year === null },
        ...years.map(one => ({ label: one, href: link(`${base}?year=${one}`), current: one === year })),
      ]}
    />
  )
}

const Totals = ({ published, year, release }: Shared) => {
  const { i18n, t } = usePage()
  const total = (standing: 'verified' | 'assessed') =>
    written(i18n, published.of({ standing, dimension: 'total', year }))
  return (
    <Figures
      figures={[
        {
          value: total('verified'),
          label: t('monitoring.statistics.verified'),
          note: t('monitoring.statistics.verifiedNote'),
        },
        {
          value: total('assessed'),
          label: t('monitoring.statistics.assessed'),
          note: t('monitoring.statistics.assessedNote'),
        },
        {
          value: String(release.number),
          label: t('monitoring.statistics.release'),
          note: t('monitoring.statistics.publishedOn', { day: i18n.date(i18n.dayOf(release.publishedAt)) }),
        },
      ]}
    />
  )
}

const TimeSection = ({ published, release }: Shared) => {
  const { t } = usePage()
  const until = release.recordedUntil.toPlainYearMonth()
  const verified = seriesOf(published, 'verified', until)
  const assessed = seriesOf(published, 'assessed', until)
  return (
    <Section title={t('monitoring.statistics.time')} lead={t('monitoring.statistics.timeLead')} id="time">
      {verified.length > 0 && (
        <TimeChart caption={t('monitoring.statistics.timeVerified')} points={verified} />
      )}
      {assessed.length > 0 && (
        <TimeChart caption={t('monitoring.statistics.timeAssessed')} points={assessed} />
      )}
    </Section>
  )
}

/** What a coalition publishes of what was reported to it: every number with what it does not say. */
export const StatisticsPage = (shared: Shared) => {
  const { i18n, link, t } = usePage()
  const { release, releases } = shared
  const title = t('monitoring.statistics.title')
  const old = release !== releases[0]
  return (
    <Layout
      title={old ? t('monitoring.statistics.titleOf', { number: String(release.number) }) : title}
      description={t('monitoring.statistics.notPrevalence')}
      crumbs={old ? [{ label: title, path: '/statistics' }] : []}
      indexed
    >
      <PageHeading
        title={title}
        lead={t('monitoring.statistics.lead', { day: i18n.date(release.recordedUntil) })}
        actions={
          <ButtonLink href={link(`/statistics/${release.number}/report.pdf`)} icon="download">
            {t('monitoring.statistics.report')}
          </ButtonLink>
        }
      />
      <Caveat note={i18n.text(release.note).value} />
      <Totals {...shared} />
      <TimeSection {...shared} />
      <YearTabs {...shared} />
      <Section title={t('monitoring.statistics.map')} lead={t('monitoring.statistics.mapLead')} id="map">
        <StatisticsMap {...shared} standing="verified" bias={null} of={null} />
        <p>
          <a href={link('/statistics/map')}>{t('monitoring.statistics.mapMore')}</a>
        </p>
      </Section>
      <CountSections {...shared} />
      <WaySection {...shared} />
      <OfficialSection {...shared} />
      <CoverageSection {...shared} />
      <ReadingSection />
      <FilesSection {...shared} />
      <VersionsSection {...shared} />
    </Layout>
  )
}
