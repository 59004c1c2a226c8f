import { euCountries, listCountries, listRegions } from '#platform/places/index.ts'
import { LocalisedField, SelectField, TextField, usePage } from '#ui/index.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { languageChoices } from '../vocabulary/languages.ts'
import { CommunityField } from './community-field.tsx'
import { FoldedChoices } from './folded-choices.tsx'

const home = ['UA', 'PL']
const countriesWithRegions = [...home, ...euCountries.filter(code => !home.includes(code))]

/** Where somebody is: country, region (in groups by country, because nothing here may need a script) and town. */
export const PlaceFields = () => {
  const { i18n, t } = usePage()
  const groups = countriesWithRegions.map(code => ({
    label: i18n.country(code),
    options: listRegions(code, i18n),
  }))
  return (
    <>
      <SelectField name="country" label={t('network.form.country')} options={listCountries(i18n)} required />
      <SelectField
        name="region"
        label={t('network.form.region')}
        hint={t('network.form.regionHint')}
        options={groups.filter(group => group.options.length > 0)}
        empty={t('network.form.regionNone')}
        labelOf={i18n.region}
      />
      <TextField
        name="town"
        label={t('network.form.town')}
        width="medium"
        autocomplete="address-level2"
        maxlength={120}
      />
    </>
  )
}

// Fields of work that most organisations have; the others are one fold away.
const commonFields: readonly string[] = [
  'culture',
  'language',
  'education',
  'children',
  'youth',
  'integration',
  'human-rights',
  'dialogue',
]

/** For whom one speaks, in which languages, on what. */
export const WorkFields = () => {
  const { i18n, umbrella, t } = usePage()
  const usual: readonly string[] = umbrella?.locales ?? [i18n.locale]
  const languages = languageChoices(i18n)
  const fields = fieldsOfWork.sorted(i18n)
  return (
    <>
      <CommunityField label={t('network.form.communities')} hint={t('network.form.communitiesHint')} />
      <FoldedChoices
        name="languages"
        label={t('network.form.languages')}
        first={languages.filter(({ value }) => usual.includes(value))}
        groups={[
          {
            label: t('network.form.otherLanguages'),
            options: languages.filter(({ value }) => !usual.includes(value)),
          },
        ]}
      />
      <FoldedChoices
        name="fields"
        label={t('network.form.fields')}
        first={fields.filter(({ value }) => commonFields.includes(value))}
        groups={[
          {
            label: t('network.form.otherFields'),
            options: fields.filter(({ value }) => !commonFields.includes(value)),
          },
        ]}
      />
    </>
  )
}

type NameProps = {
  label: string
  hint: string
  about: string
  aboutHint: string
  /** Only the reader's own language is asked for; the others can follow later. */
  short?: boolean
}

export const NameFields = ({ label, hint, about, aboutHint, short }: NameProps) => {
  const { i18n } = usePage()
  const locales = short ? [i18n.locale] : undefined
  return (
    <>
      <LocalisedField name="name" label={label} hint={hint} locales={locales} maxlength={200} required />
      <LocalisedField
        name="about"
        label={about}
        hint={aboutHint}
        locales={locales}
        multiline
        rows={3}
        maxlength={4000}
      />
    </>
  )
}
