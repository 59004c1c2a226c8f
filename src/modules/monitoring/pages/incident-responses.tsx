import {
  Actions,
  Button,
  Form,
  PostButton,
  Section,
  SelectField,
  TextArea,
  TextField,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { termLabel, termOptions } from '../coding/vocabulary.ts'
import type { ResponseView } from '../queries/incident.ts'
import { Month } from './codes.tsx'
import type { IncidentPageProps } from './incident.tsx'

const ResponseForm = ({ incident, vocabulary, form }: IncidentPageProps) => {
  const { i18n, link, t } = usePage()
  const mine = form?.name === 'responses' ? form : undefined
  return (
    <details class="folded-choices" open={mine !== undefined}>
      <summary>{t('monitoring.incident.response.add')}</summary>
      <Form
        action={link(`/incidents/${incident.code}/responses`)}
        id="response"
        values={mine?.values}
        problems={mine?.problems}
      >
        <SelectField
          name="response"
          label={t('monitoring.incident.response.what')}
          options={termOptions(vocabulary, 'responses', i18n)}
          required
        />
        <TextField
          name="month"
          label={t('monitoring.incident.month.label')}
          hint={t('monitoring.incident.month.hint')}
          width="short"
          maxlength={7}
          required
        />
        <SelectField
          name="action"
          label={t('monitoring.incident.response.action')}
          options={termOptions(vocabulary, 'actions', i18n)}
        />
        <SelectField
          name="law"
          label={t('monitoring.incident.response.law')}
          options={termOptions(vocabulary, 'laws', i18n)}
        />
        <TextArea
          name="words"
          label={t('monitoring.incident.part.words')}
          hint={t('monitoring.incident.response.wordsHint')}
          rows={3}
          maxlength={5000}
        />
        <Actions>
          <Button>{t('monitoring.incident.response.record')}</Button>
        </Actions>
      </Form>
    </details>
  )
}

/** What authorities did and did not do, month by month. */
export const Responses = (props: IncidentPageProps) => {
  const { incident, vocabulary } = props
  const { i18n, link, t } = usePage()
  const words = ({ response, action, law }: ResponseView) =>
    [
      termLabel(vocabulary, 'responses', response, i18n),
      action && termLabel(vocabulary, 'actions', action, i18n),
      law && termLabel(vocabulary, 'laws', law, i18n),
    ]
      .filter(Boolean)
      .join(' · ')
  const moments = incident.responses.map(response => ({
    when: <Month first={response.month} />,
    title: response.struck ? <s>{words(response)}</s> : words(response),
    children: response.struck ? (
      <p>{t('monitoring.incident.response.struck')}</p>
    ) : (
      <PostButton
        action={link(`/incidents/${incident.code}/responses/${response.id}/mistake`)}
        look="quiet"
        small
      >
        {t('monitoring.incident.response.strike')}
      </PostButton>
    ),
  }))
  return (
    <Section
      title={t('monitoring.incident.response.title')}
      lead={t('monitoring.incident.response.lead')}
      id="responses"
    >
      {moments.length > 0 ? (
        <Timeline moments={moments} label={t('monitoring.incident.response.title')} />
      ) : (
        <p>{t('monitoring.incident.response.none')}</p>
      )}
      <ResponseForm {...props} />
    </Section>
  )
}
