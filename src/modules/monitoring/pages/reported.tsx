import {
  Badge,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Time,
  usePage,
} from '#ui/index.ts'
import type { OpenedReport } from '../actions/open-reports.ts'
import type { NamedOpening } from '../queries/openings.ts'
import type { ReportFacts } from '../queries/report-list.ts'
import { When } from './codes.tsx'
import { AskFirst, Ledger, Uses } from './consents.tsx'
import { ReportSealed } from './reported-sealed.tsx'
import { ReportName } from './reports.tsx'

export type ReportedProps = ReportFacts & {
  openings: readonly NamedOpening[]
  /** The report as it was opened for this answer, and why. Null: the person's key does not open it. */
  opened?: { report: OpenedReport | null; reason: string }
  refusal?: RefusalShown
  /** Which form came back, with what was typed. */
  form?: { name: 'opening' | 'messages'; values: FormValues; problems: readonly Problem[] }
}

const Facts = ({ report }: Pick<ReportedProps, 'report'>) => {
  const { i18n, link, t } = usePage()
  const { incident, region, closedOn, waitingSince } = report
  return (
    <DescriptionList
      facts={[
        { term: t('monitoring.intake.report.receivedOn'), value: <Time at={report.receivedOn} /> },
        waitingSince !== null && {
          term: t('monitoring.intake.state.waits'),
          value: <Time at={waitingSince} />,
        },
        {
          term: t('monitoring.incident.when'),
          value: <When {...report} precision={report.precision ?? 'exact'} />,
        },
        {
          term: t('monitoring.incident.region'),
          value: region ? i18n.region(region) : t('monitoring.incident.notKnown'),
        },
        incident !== null && {
          term: t('monitoring.intake.report.incident'),
          value: (
            <a href={link(`/incidents/${incident}`)}>{t('monitoring.incident.kicker', { code: incident })}</a>
          ),
        },
        closedOn !== null && { term: t('monitoring.intake.state.closed'), value: <Time at={closedOn} /> },
      ]}
    />
  )
}

const NextSteps = ({ report: { id, incident, closedOn } }: Pick<ReportedProps, 'report'>) => {
  const { link, t } = usePage()
  if (incident !== null && closedOn !== null) return null
  return (
    <Section title={t('monitoring.intake.report.next')}>
      {incident === null && (
        <div class="actions">
          <ButtonLink href={link(`/reports/incident?report=${id}`)} icon="link">
            {t('monitoring.intake.report.makeIncident')}
          </ButtonLink>
        </div>
      )}
      {closedOn === null && (
        <ConfirmButton
          label={t('monitoring.intake.report.close')}
          confirm={t('monitoring.intake.report.closeNow')}
          action={link(`/reports/${id}/closing`)}
        >
          <p>{t('monitoring.intake.report.closeMeans')}</p>
        </ConfirmButton>
      )}
    </Section>
  )
}

/** One report: what lies in the open, and what was told only after it was opened with a reason. */
export const ReportedPage = (props: ReportedProps) => {
  const { report, ledger, refusal, form } = props
  const { t } = usePage()
  const title = <ReportName report={report} />
  return (
    <Layout
      title={t('monitoring.intake.report.name', { code: report.id.slice(0, 8) })}
      crumbs={[{ label: t('monitoring.intake.list.title'), path: '/reports' }]}
      invalid={refusal !== undefined || (form?.problems.length ?? 0) > 0}
    >
      <PageHeading title={title}>
        {report.waitingSince !== null && (
          <p>
            <Badge tone="warn">{t('monitoring.intake.state.waitsForAnswer')}</Badge>
          </p>
        )}
      </PageHeading>
      <Refused refusal={refusal} />
      <Facts report={report} />
      <ReportSealed {...props} />
      <Section title={t('monitoring.intake.consent.title')} lead={t('monitoring.intake.consent.lead')}>
        {report.consents.includes('authority') && <AskFirst />}
        <Uses consents={report.consents} />
        <Ledger ledger={ledger} />
      </Section>
      <NextSteps report={report} />
    </Layout>
  )
}
