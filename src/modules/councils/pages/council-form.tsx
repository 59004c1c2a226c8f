import { ConfirmationPage } from '#modules/network/index.ts'
import {
  type FormValues,
  LocalisedField,
  type Problem,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { kindWords, majorityWords, quorumWords } from '../council-words.ts'
import type { Choices } from '../queries/choices.ts'
import { majorityRules, quorumRules } from '../schema/councils.ts'

type Props = {
  /** The council that is changed; null for a new one. */
  council: { slug: string; name: string } | null
  choices: Choices
  values?: FormValues
  problems?: readonly Problem[]
}

const Rules = () => {
  const { t } = usePage()
  return (
    <>
      <SelectField
        name="quorumRule"
        label={t('councils.quorum')}
        options={quorumRules.map(value => ({ value, label: t(quorumWords[value], { number: 0 }) }))}
        empty={null}
      />
      <TextField name="quorumNumber" label={t('councils.form.quorumNumber')} type="number" width="short" />
      <SelectField
        name="majorityRule"
        label={t('councils.majority')}
        options={majorityRules.map(value => ({ value, label: t(majorityWords[value]) }))}
        empty={null}
      />
    </>
  )
}

/** What a council is and by which rules it decides. */
export const CouncilFormPage = ({ council, choices, values, problems }: Props) => {
  const { i18n, t } = usePage()
  const at = council ? `/councils/${council.slug}` : '/councils'
  return (
    <ConfirmationPage
      title={council ? t('councils.changeTitle', { name: council.name }) : t('councils.list.record')}
      lead={t('councils.form.lead')}
      crumbs={[{ label: t('councils.list.title'), path: '/councils' }]}
      action={at}
      confirm={t(council ? 'councils.form.save' : 'councils.form.create')}
      back={at}
      values={values}
      problems={problems}
    >
      <SelectField
        name="kind"
        label={t('councils.form.kind')}
        options={Object.entries(kindWords).map(([value, key]) => ({ value, label: t(key) }))}
        required
      />
      <LocalisedField name="name" label={t('councils.form.name')} maxlength={300} required />
      <LocalisedField
        name="field"
        label={t('councils.field')}
        hint={t('councils.form.fieldHint')}
        maxlength={300}
      />
      <LocalisedField name="about" label={t('councils.form.about')} maxlength={4000} multiline rows={4} />
      <SelectField
        name="bodyId"
        label={t('councils.body')}
        options={choices.bodies
          .map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))
          .sort((a, b) => i18n.compare(a.label, b.label))}
        empty={t('councils.form.noBody')}
      />
      <TextField
        name="founded"
        label={t('councils.founded')}
        hint={t('councils.form.partialHint')}
        width="short"
        maxlength={10}
      />
      <TextField name="dissolved" label={t('councils.dissolved')} width="short" maxlength={10} />
      <TextField name="seats" label={t('councils.figure.seats')} type="number" width="short" />
      <Rules />
      <RadioGroup
        name="visibility"
        label={t('councils.form.visibility')}
        options={[
          { value: 'public', label: t('councils.form.public') },
          { value: 'members', label: t('councils.forMembers') },
        ]}
        required
      />
    </ConfirmationPage>
  )
}
