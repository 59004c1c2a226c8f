import { Checkbox, SelectField, TextArea, TextField, usePage } from '#ui/index.ts'
import { termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import type { Intake } from '../forms/incidents.ts'

type Props = { intake: Intake; vocabulary: Vocabulary }

const Published = () => {
  const { t } = usePage()
  return (
    <>
      <TextField
        name="address"
        label={t('monitoring.incident.part.address')}
        type="url"
        hint={t('monitoring.incident.source.addressHint')}
        maxlength={2000}
        spellcheck={false}
        required
      />
      <TextField name="title" label={t('monitoring.incident.part.title')} maxlength={500} />
      <TextArea
        name="text"
        label={t('monitoring.incident.part.text')}
        hint={t('monitoring.incident.source.textHint')}
        rows={10}
        required
      />
    </>
  )
}

const Told = ({ vocabulary }: Pick<Props, 'vocabulary'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      <TextArea
        name="text"
        label={t('monitoring.incident.source.told')}
        hint={t('monitoring.incident.source.toldHint')}
        rows={8}
        required
      />
      <SelectField
        name="link"
        label={t('monitoring.incident.source.link')}
        options={termOptions(vocabulary, 'source_links', i18n)}
      />
    </>
  )
}

/** What a source says and what it is: something published, or what somebody told. */
export const SourceFields = ({ intake, vocabulary }: Props) => {
  const { i18n, t } = usePage()
  return (
    <>
      {intake === 'media' ? <Published /> : <Told vocabulary={vocabulary} />}
      <SelectField
        name="kind"
        label={t('monitoring.incident.source.kind')}
        hint={t('monitoring.incident.source.kindHint')}
        options={termOptions(vocabulary, 'source_kinds', i18n)}
        required
      />
      {intake === 'media' && (
        <Checkbox
          name="authenticated"
          label={t('monitoring.incident.source.authenticated')}
          hint={t('monitoring.incident.source.authenticatedHint')}
        />
      )}
    </>
  )
}
