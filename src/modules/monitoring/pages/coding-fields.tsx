import type { PropsWithChildren } from 'hono/jsx'
import { useField } from '#ui/form/context.tsx'
import { CheckboxGroup, RadioGroup, Section, SelectField, usePage } from '#ui/index.ts'
import { type CodingField, codingFields } from '../coding/fields.ts'
import { currentTerms, termOptions, type Vocabulary } from '../coding/vocabulary.ts'

type VocabularyProps = { vocabulary: Vocabulary }
type FieldProps = VocabularyProps & { field: CodingField }

/** Fields without which a coding cannot be finished. */
const needed = new Set(['layer', 'types', 'biases'])

type FoldedProps = PropsWithChildren<{ name: string; label: string }>

/** Folded until something in it is chosen or refused: unfolded, the form would be forty screens long on a phone. */
const Folded = ({ name, label, children }: FoldedProps) => {
  const { t } = usePage()
  const { list, problems } = useField({ name })
  const chosen = list.filter(code => code !== '').length
  return (
    <details class="folded-choices folded-field" open={chosen > 0 || problems.length > 0}>
      <summary>{t('monitoring.coding.fold', { label, chosen })}</summary>
      {children}
    </details>
  )
}

/** Types stand under the layer to which they belong: crime, expression, discrimination. */
function typeGroups(vocabulary: Vocabulary, i18n: Parameters<typeof termOptions>[2]) {
  const layerOf = new Map(currentTerms(vocabulary, 'types').map(({ code, layer }) => [code, layer]))
  const types = termOptions(vocabulary, 'types', i18n)
  return termOptions(vocabulary, 'layers', i18n).map(({ value, label }) => ({
    label,
    options: types.filter(option => layerOf.get(option.value) === value),
  }))
}

const Choices = ({ field, vocabulary }: FieldProps) => {
  const { i18n, t } = usePage()
  const { name, list, several } = field
  const shared = { name, label: t(field.label), required: needed.has(name) }
  const options = termOptions(vocabulary, list, i18n)
  if (several) return <CheckboxGroup {...shared} options={options} columns />
  const none = { value: '', label: t('monitoring.coding.notStated') }
  return <RadioGroup {...shared} options={shared.required ? options : [...options, none]} columns />
}

const Field = ({ field, vocabulary }: FieldProps) => {
  const { i18n, t } = usePage()
  const { name, list } = field
  const label = t(field.label)
  if (name === 'types')
    return (
      <CheckboxGroup
        name={name}
        label={label}
        required
        options={typeGroups(vocabulary, i18n)}
        fold={(group, chosen) => t('monitoring.coding.fold', { label: group, chosen })}
        columns
      />
    )
  const options = termOptions(vocabulary, list, i18n)
  if (options.length === 0) return null
  if (name === 'bias')
    return <SelectField name={name} label={label} options={options} hint={t('monitoring.coding.biasHint')} />
  if (needed.has(name)) return <Choices field={field} vocabulary={vocabulary} />
  return (
    <Folded name={name} label={label}>
      <Choices field={field} vocabulary={vocabulary} />
    </Folded>
  )
}

// In the order in which one asks oneself.
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

export const CodingFields = ({ vocabulary }: VocabularyProps) => {
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
