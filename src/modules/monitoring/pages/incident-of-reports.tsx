import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import type { ReportLine } from '../queries/report-list.ts'
import type { ReportInside } from '../queries/reports.ts'
import { When } from './codes.tsx'
import { FactsFields } from './facts.tsx'
import { OpeningForm } from './incident-sealed.tsx'
import { ReportName } from './reports.tsx'
import { SealedFactsFields } from './sealed-facts.tsx'
import { ToldAnswers, ToldMessages } from './told-report.tsx'

export type IncidentOfReportsProps = {
  reports: readonly ReportLine[]
  vocabulary: Vocabulary
  values: FormValues
  /** What the reports say, opened for this answer; null where the person's key does not open one. */
  opened?: readonly (ReportInside | null)[]
  /** Which form came back. */
  returned?: 'opening' | 'new' | 'known'
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Chosen = ({ reports }: Pick<IncidentOfReportsProps, 'reports'>) =>
  reports.map(({ id }) => <HiddenField name="report" value={id} />)

// Whoever was there is a direct source; who stands how to it is asked of each by itself.
const Kinds = ({ reports, vocabulary }: Pick<IncidentOfReportsProps, 'reports' | 'vocabulary'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      {reports.map((report, n) => (
        <fieldset class="source-of-report">
          <legend>
            <ReportName report={report} />
          </legend>
          <SelectField
            name={`kind_${n}`}
            label={t('monitoring.incident.source.kind')}
            hint={t('monitoring.incident.source.kindHint')}
            options={termOptions(vocabulary, 'source_kinds', i18n)}
            required
          />
          <SelectField
            name={`link_${n}`}
            label={t('monitoring.incident.source.link')}
            options={termOptions(vocabulary, 'source_links', i18n)}
          />
        </fieldset>
      ))}
    </>
  )
}

const Told = ({ reports, opened, returned, problems, values }: IncidentOfReportsProps) => {
  const { i18n, link, t } = usePage()
  const asked = reports.map(({ id }) => `report=${id}`).join('&')
  return (
    <Section title={t('monitoring.incident.opening.title')} lead={t('monitoring.intake.make.readFirst')}>
      {reports.map((report, n) => (
        <section class="told">
          <h3>
            <ReportName report={report} />
          </h3>
          <p>
            <When {...report} precision={report.precision ?? 'exact'} />
            {report.region !== null && <> · {i18n.region(report.region)}</>}
          </p>
          {opened?.[n] && (
            <>
              <ToldAnswers answers={opened[n].answers} anonymous />
              {opened[n].messages.length > 0 && <ToldMessages messages={opened[n].messages} />}
            </>
          )}
          {opened && opened[n] === null && <p>{t('monitoring.intake.report.doesNotOpen')}</p>}
        </section>
      ))}
      {!opened && (
        <OpeningForm
          action={link(`/reports/incident/opening?${asked}`)}
          form={returned === 'opening' ? { values, problems: problems ?? [] } : undefined}
        />
      )}
    </Section>
  )
}

const NewForm = (props: IncidentOfReportsProps) => {
  const { reports, vocabulary, values, returned, problems } = props
  const { link, t } = usePage()
  return (
    <Section title={t('monitoring.intake.make.new')} id="new">
      <Form
        action={link('/reports/incident')}
        id="new-incident"
        values={values}
        problems={returned === 'new' ? problems : []}
      >
        <Chosen reports={reports} />
        <SealedFactsFields summaryHint={t('monitoring.intake.make.summaryHint')} />
        <FactsFields vocabulary={vocabulary} />
        <Kinds reports={reports} vocabulary={vocabulary} />
        <Actions>
          <Button look="primary">{t('monitoring.incident.new.record')}</Button>
          <ButtonLink href={link('/reports')} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Section>
  )
}

const KnownForm = ({ reports, vocabulary, values, returned, problems }: IncidentOfReportsProps) => {
  const { link, t } = usePage()
  return (
    <Section
      title={t('monitoring.intake.make.known')}
      lead={t('monitoring.intake.make.knownLead')}
      id="known"
    >
      <Form
        action={link('/reports/incident/known')}
        id="known-incident"
        values={values}
        problems={returned === 'known' ? problems : []}
      >
        <Chosen reports={reports} />
        <TextField
          name="original"
          label={t('monitoring.incident.code')}
          width="short"
          maxlength={10}
          autocomplete="off"
          spellcheck={false}
          required
        />
        <Kinds reports={reports} vocabulary={vocabulary} />
        <Actions>
          <Button>{t('monitoring.intake.make.join')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** One or several reports become an incident, or tell more of one that is recorded already. */
export const IncidentOfReportsPage = (props: IncidentOfReportsProps) => {
  const { reports, problems = [], refusal } = props
  const { t } = usePage()
  const title = t('monitoring.intake.make.title', { count: reports.length })
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('monitoring.intake.list.title'), path: '/reports' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('monitoring.intake.make.lead')} />
      <Refused refusal={refusal} />
      <Told {...props} />
      <NewForm {...props} />
      <KnownForm {...props} />
    </Layout>
  )
}
