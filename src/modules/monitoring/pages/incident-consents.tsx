import { Section, usePage } from '#ui/index.ts'
import type { IncidentView } from '../queries/incident.ts'
import { AskFirst, Uses } from './consents.tsx'
import { ReportName } from './reports.tsx'

/** What whoever told it allows, beside where incidents are passed on: one report may allow what another does not. */
export const IncidentConsents = ({ incident: { reports } }: { incident: Pick<IncidentView, 'reports'> }) => {
  const { link, t } = usePage()
  if (reports.length === 0) return null
  return (
    <Section
      title={t('monitoring.intake.consent.title')}
      lead={t('monitoring.intake.consent.ofIncident', { count: reports.length })}
      id="consents"
    >
      <AskFirst />
      {reports.map(report => (
        <section class="told">
          <h3>
            <a href={link(`/reports/${report.id}`)}>
              <ReportName report={report} />
            </a>
          </h3>
          <Uses consents={report.consents} />
        </section>
      ))}
    </Section>
  )
}
