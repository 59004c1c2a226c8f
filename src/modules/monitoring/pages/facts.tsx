import {
  Actions,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { RegionField } from './region-field.tsx'

type Props = Told & { code: string; vocabulary: Vocabulary; values: FormValues }

/** When and where it was, as far as that may stand in the open, and how urgent it is. */
export const FactsFields = ({ vocabulary }: Pick<Props, 'vocabulary'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      <SelectField
        name="precision"
        label={t('monitoring.incident.month.precision')}
        options={termOptions(vocabulary, 'date_precisions', i18n)}
        empty={null}
        required
      />
      <TextField
        name="month"
        label={t('monitoring.incident.month.label')}
        hint={t('monitoring.incident.month.hint')}
        width="short"
        maxlength={7}
      />
      <TextField
        name="monthUntil"
        label={t('monitoring.incident.month.until')}
        hint={t('monitoring.incident.month.untilHint')}
        width="short"
        maxlength={7}
      />
      <RegionField empty={t('monitoring.incident.notKnown')} />
      <SelectField
        name="priority"
        label={t('monitoring.incident.priority')}
        options={termOptions(vocabulary, 'priority', i18n)}
      />
    </>
  )
}

/** Corrects when and where it was, as far as that may stand in the open, and how urgent it is. */
export const FactsPage = ({ code, vocabulary, values, problems, refusal }: Props) => {
  const { link, t } = usePage()
  return (
    <BelowIncident
      code={code}
      title={t('monitoring.incident.facts.change')}
      lead={t('monitoring.incident.facts.lead')}
      width="form"
      problems={problems}
      refusal={refusal}
    >
      <Form action={link(`/incidents/${code}/facts`)} values={values} problems={problems}>
        <FactsFields vocabulary={vocabulary} />
        <Actions>
          <Button look="primary">{t('monitoring.incident.facts.save')}</Button>
          <ButtonLink href={link(`/incidents/${code}`)} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </BelowIncident>
  )
}
