import type { Viewer } from '#platform/http/viewer.ts'
import { Alert, ButtonLink, EmptyState, type RefusalShown, Section, Time, usePage } from '#ui/index.ts'
import { canWork, ownInGroup } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { ReportView, ResultView } from '../queries/realisation-reports.ts'
import { RealisationFrame } from './realisation-frame.tsx'
import { ReportBody, ResultSection } from './realisation-result.tsx'

type Props = {
  realisation: RealisationView
  viewer: Viewer
  reports: readonly ReportView[]
  result: ResultView | null
  refusal?: RefusalShown
}

const Report = ({
  report,
  realisation,
  viewer,
}: { report: ReportView } & Omit<Props, 'reports' | 'result'>) => {
  const { i18n, link, t } = usePage()
  const place = link(`/realisations/${realisation.number}/reports`)
  const own = canWork(viewer, realisation) && ownInGroup(viewer, realisation).includes(report.membershipId)
  return (
    <Section
      id={`report-${report.number}`}
      title={
        report.corrects === null
          ? t('initiatives.report.title', { number: i18n.number(report.number) })
          : t('initiatives.report.correctionTitle', {
              number: i18n.number(report.number),
              corrected: i18n.number(report.corrects),
            })
      }
      actions={
        own &&
        report.correctedBy === null && (
          <ButtonLink href={`${place}/new?corrects=${report.number}`} look="quiet" small>
            {t('initiatives.report.correct')}
          </ButtonLink>
        )
      }
    >
      {report.correctedBy !== null && (
        <Alert kind="info">
          <a href={`${place}#report-${report.correctedBy}`}>
            {t('initiatives.report.correctedBy', { number: i18n.number(report.correctedBy) })}
          </a>
        </Alert>
      )}
      <ReportBody report={report} number={realisation.number} />
    </Section>
  )
}

/** How it went, the newest first; corrections stand beside what they correct. */
export const RealisationReportsPage = (props: Props) => {
  const { realisation, viewer, reports, result, refusal } = props
  const { link, t } = usePage()
  return (
    <RealisationFrame realisation={realisation} viewer={viewer} part="reports" refusal={refusal}>
      {canWork(viewer, realisation) && (
        <p>
          <ButtonLink
            href={link(`/realisations/${realisation.number}/reports/new`)}
            look="primary"
            icon="pencil"
          >
            {t('initiatives.report.write')}
          </ButtonLink>
        </p>
      )}
      {result && <ResultSection result={result} number={realisation.number} />}
      {reports.length === 0 && (
        <EmptyState title={t('initiatives.report.none')} icon="file-text">
          <p>
            {t('initiatives.report.firstDue')} <Time at={realisation.reportDueAt} day />
          </p>
        </EmptyState>
      )}
      {reports.map(report => (
        <Report report={report} realisation={realisation} viewer={viewer} />
      ))}
    </RealisationFrame>
  )
}
