import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import type { Intake } from '../forms/incidents.ts'
import { RegionField } from './region-field.tsx'
import { SealedFactsFields } from './sealed-facts.tsx'
import { SourceFields } from './source-fields.tsx'

export type NewIncidentProps = {
  intake: Intake
  vocabulary: Vocabulary
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
  /** The incident in which this very text is archived already. */
  known?: string
}

const Facts = ({ vocabulary }: Pick<NewIncidentProps, 'vocabulary'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      <SealedFactsFields summaryHint={t('monitoring.incident.new.summaryHint')}>
        <TextField
          name="month"
          label={t('monitoring.incident.month.label')}
          hint={t('monitoring.incident.new.monthHint')}
          width="short"
          maxlength={7}
        />
        <RegionField
          empty={t('monitoring.incident.notKnown')}
          hint={t('monitoring.incident.new.regionHint')}
        />
      </SealedFactsFields>
      <SelectField
        name="priority"
        label={t('monitoring.incident.priority')}
        options={termOptions(vocabulary, 'priority', i18n)}
      />
    </>
  )
}

const Known = ({ code }: { code: string }) => {
  const { link, t } = usePage()
  return (
    <Alert kind="warning" title={t('monitoring.incident.new.knownTitle')}>
      <p>{t('monitoring.incident.new.known')}</p>
      <p>
        <a href={link(`/incidents/${code}`)}>{t('monitoring.incident.kicker', { code })}</a>
      </p>
    </Alert>
  )
}

/** A monitor writes down what they found or were told. What is typed is sealed but for the month, the region and codes. */
export const NewIncidentPage = (props: NewIncidentProps) => {
  const { intake, vocabulary, values, problems = [], refusal, known } = props
  const { link, t } = usePage()
  const media = intake === 'media'
  const title = t(media ? 'monitoring.incident.new.media' : 'monitoring.incident.new.call')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('monitoring.incident.list.title'), path: '/incidents' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined || known !== undefined}
    >
      <PageHeading
        title={title}
        lead={t(media ? 'monitoring.incident.new.mediaLead' : 'monitoring.incident.new.callLead')}
      />
      <Refused refusal={refusal} />
      {known !== undefined && <Known code={known} />}
      <Form action={link('/incidents')} values={values} problems={problems}>
        <HiddenField name="from" value={intake} />
        {known !== undefined && <Checkbox name="anyway" label={t('monitoring.incident.new.anyway')} />}
        <SourceFields intake={intake} vocabulary={vocabulary} />
        <Facts vocabulary={vocabulary} />
        <Actions>
          <Button look="primary">{t('monitoring.incident.new.record')}</Button>
          <ButtonLink href={link('/incidents')} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
