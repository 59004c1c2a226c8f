import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  usePage,
} from '#ui/index.ts'
import { yearsKept } from '../actions/submit-report.ts'
import { type Step, steps } from '../report/steps.ts'
import { questions } from '../report/words.ts'
import { HalfField, MonthField, YearField } from './report-day.tsx'
import { Question } from './report-questions.tsx'

export type ReportCallProps = {
  kept: string
  values: FormValues
  country: string | null
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

// Everything at once, because nobody knows yet what the caller will say.
const Day = () => {
  const { t } = usePage()
  return (
    <>
      <DateField name="day" label={t('monitoring.report.day.day')} />
      <div class="field-row">
        <DateField name="from" label={t('monitoring.report.day.from')} />
        <DateField name="until" label={t('monitoring.report.day.until')} />
      </div>
      <div class="field-row">
        <MonthField optional />
        <HalfField optional />
        <YearField optional />
      </div>
    </>
  )
}

const asked = steps.filter(
  (step): step is Exclude<Step, 'files' | 'review'> => step !== 'files' && step !== 'review',
)

const Ask = ({
  step,
  values,
  country,
}: Pick<ReportCallProps, 'values' | 'country'> & { step: (typeof asked)[number] }) => {
  const { t } = usePage()
  const lead = step === 'day' ? t('monitoring.intake.call.dayLead') : t(questions[step][1])
  return (
    <Section
      title={t(questions[step][0])}
      lead={step === 'consents' ? t('monitoring.intake.call.consentsLead') : lead}
    >
      {step === 'day' ? <Day /> : <Question step={step} values={values} country={country} />}
    </Section>
  )
}

/** A monitor writes down what somebody tells on the telephone: the same questions, in one form, in the caller's words. */
export const ReportCallPage = ({ kept, values, country, problems = [], refusal }: ReportCallProps) => {
  const { link, t } = usePage()
  return (
    <Layout
      title={t('monitoring.intake.call.title')}
      crumbs={[{ label: t('monitoring.intake.list.title'), path: '/reports' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('monitoring.intake.call.title')} lead={t('monitoring.intake.call.lead')} />
      <Refused refusal={refusal} />
      <Section title={t('monitoring.intake.call.sayFirst')}>
        <ul class="promises">
          <li>{t('monitoring.report.promise.name')}</li>
          <li>{t('monitoring.report.promise.readers')}</li>
          <li>{t('monitoring.report.promise.years', { years: yearsKept })}</li>
          <li>{t('monitoring.intake.call.number')}</li>
        </ul>
      </Section>
      <Form action={link('/reports')} values={values} problems={problems}>
        <HiddenField name="kept" value={kept} />
        {asked.map(step => (
          <Ask step={step} values={values} country={country} />
        ))}
        <Actions>
          <Button look="primary">{t('monitoring.intake.call.keep')}</Button>
          <ButtonLink href={link('/reports')} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}

/** The receipt, once, for reading it out. It is written nowhere else, not even for the monitor. */
export const CallReceiptPage = ({ receipt }: { receipt: string }) => {
  const { link, t } = usePage()
  return (
    <Layout
      title={t('monitoring.intake.call.receiptTitle')}
      crumbs={[{ label: t('monitoring.intake.list.title'), path: '/reports' }]}
      width="form"
    >
      <PageHeading
        title={t('monitoring.intake.call.receiptTitle')}
        lead={t('monitoring.intake.call.receiptLead')}
      />
      <div class="receipt">
        <p>{t('monitoring.report.receipt.label')}</p>
        <code>{receipt}</code>
      </div>
      <ul class="promises">
        <li>{t('monitoring.intake.call.repeat')}</li>
        <li>{t('monitoring.intake.call.where')}</li>
        <li>{t('monitoring.report.receipt.hide')}</li>
        <li>{t('monitoring.intake.call.forget')}</li>
      </ul>
      <Actions>
        <ButtonLink href={link('/reports')} look="primary">
          {t('monitoring.intake.call.done')}
        </ButtonLink>
      </Actions>
    </Layout>
  )
}
