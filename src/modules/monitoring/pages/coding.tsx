import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  ConfirmButton,
  Form,
  type FormValues,
  RadioGroup,
  Section,
  SelectField,
  usePage,
} from '#ui/index.ts'
import type { OpenedRecords } from '../actions/open-sealed.ts'
import { type CodingField, codingFields } from '../coding/fields.ts'
import { currentTerms, termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import { type IncidentView, recordsOf } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import type { FormShown } from './incident.tsx'
import { OpenedTexts, OpeningForm } from './incident-sealed.tsx'

export type CodingPageProps = Told & {
  incident: IncidentView
  vocabulary: Vocabulary
  values: FormValues
  opened?: OpenedRecords
  opening?: FormShown
}

type FieldProps = { field: CodingField; vocabulary: Vocabulary }

/** Fields without which a coding cannot be finished. */
const needed = new Set(['layer', 'types', 'biases'])

/** Types stand under the layer to which they belong: crime, expression, discrimination. */
function typeOptions(
  { vocabulary }: Pick<FieldProps, 'vocabulary'>,
  i18n: Parameters<typeof termOptions>[2],
) {
  const layers = termOptions(vocabulary, 'layers', i18n)
  const layerOf = new Map(currentTerms(vocabulary, 'types').map(({ code, layer }) => [code, layer]))
  const types = termOptions(vocabulary, 'types', i18n)
  return layers.map(({ value, label }) => ({
    label,
    options: types.filter(option => layerOf.get(option.value) === value),
  }))
}

const Field = ({ field, vocabulary }: FieldProps) => {
  const { i18n, t } = usePage()
  const { name, list, several } = field
  const shared = { name, label: t(field.label), required: needed.has(name) }
  if (name === 'types')
    return <CheckboxGroup {...shared} options={typeOptions({ vocabulary }, i18n)} columns />
  const options = termOptions(vocabulary, list, i18n)
  if (options.length === 0) return null
  if (several) return <CheckboxGroup {...shared} options={options} columns />
  if (name === 'bias')
    return <SelectField {...shared} options={options} hint={t('monitoring.coding.biasHint')} />
  const none = { value: '', label: t('monitoring.coding.notStated') }
  return <RadioGroup {...shared} options={shared.required ? options : [...options, none]} columns />
}

const parts = [
  { id: 'what', title: 'monitoring.coding.part.what', fields: ['layer', 'types'] },
  {
    id: 'why',
    title: 'monitoring.coding.part.why',
    fields: ['biases', 'bias', 'bias_indicators', 'certainty'],
  },
  { id: 'whom', title: 'monitoring.coding.part.whom', fields: ['targets', 'target_groups'] },
  {
    id: 'who',
    title: 'monitoring.coding.part.who',
    fields: ['perpetrators', 'perpetrator_number', 'involvement'],
  },
  { id: 'where', title: 'monitoring.coding.part.where', fields: ['location'] },
  { id: 'grave', title: 'monitoring.coding.part.grave', fields: ['severity', 'laws'] },
] as const

const Fields = ({ vocabulary }: Pick<FieldProps, 'vocabulary'>) => {
  const { t } = usePage()
  return (
    <>
      {parts.map(({ id, title, fields }) => (
        <Section title={t(title)} id={id}>
          {fields.map(name => (
            <Field field={codingFields.find(field => field.name === name)!} vocabulary={vocabulary} />
          ))}
        </Section>
      ))}
    </>
  )
}

const Contents = () => {
  const { t } = usePage()
  return (
    <nav aria-label={t('monitoring.coding.contents')}>
      <ul class="plain-list">
        {parts.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Texts = ({ incident, opened, opening }: CodingPageProps) => {
  const { link, t } = usePage()
  if (recordsOf(incident).length === 0) return null
  return (
    <Section title={t('monitoring.incident.opening.title')} id="texts">
      {opened ? (
        <OpenedTexts incident={incident} opened={opened} />
      ) : (
        <>
          <p>{t('monitoring.coding.openFirst')}</p>
          <OpeningForm
            action={link(`/incidents/${incident.code}/coding/opening`)}
            reason={t('monitoring.coding.reason')}
            form={opening}
          />
        </>
      )}
    </Section>
  )
}

/** One person's choice of codes. Nothing of what anybody else chose is on this page. */
export const CodingPage = (props: CodingPageProps) => {
  const { incident, vocabulary, values, ...told } = props
  const { link, t } = usePage()
  const at = (place: string) => link(`/incidents/${incident.code}${place}`)
  return (
    <BelowIncident
      code={incident.code}
      title={t('monitoring.coding.title')}
      lead={t('monitoring.coding.lead')}
      problems={told.problems}
      refusal={told.refusal}
    >
      <Texts {...props} />
      <Contents />
      <Form action={at('/coding')} values={values} problems={told.problems}>
        <Fields vocabulary={vocabulary} />
        <p>{t('monitoring.coding.finishLead')}</p>
        <Actions>
          <Button name="intent" value="draft">
            {t('monitoring.coding.keep')}
          </Button>
          <Button name="intent" value="finish" look="primary">
            {t('monitoring.coding.finish')}
          </Button>
          <ButtonLink href={at('')} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
      {incident.mine === 'open' && (
        <ConfirmButton
          action={at('/coding/return')}
          label={t('monitoring.coding.giveBack')}
          confirm={t('monitoring.coding.giveBackConfirm')}
          look="quiet"
        >
          <p>{t('monitoring.coding.giveBackLead')}</p>
        </ConfirmButton>
      )}
    </BelowIncident>
  )
}
