import { DateField, LocalisedField, RadioGroup, Section, SelectField, TextField, usePage } from '#ui/index.ts'
import { contactPlaces } from '../forms/organisation.ts'
import { schemes, schemeWords } from '../identifiers.ts'
import { contactKinds, visibilities } from '../schema/organisations.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { contactWords, visibilityWords } from './member-contacts.tsx'
import { NameFields, PlaceFields, WorkFields } from './profile-fields.tsx'

const blankContacts = 3

export const IdentifierFields = () => {
  const { t } = usePage()
  return (
    <>
      {schemes.map(scheme => (
        <TextField
          name={`identifiers:${scheme}`}
          label={t(schemeWords[scheme])}
          width="medium"
          maxlength={40}
          spellcheck={false}
        />
      ))}
    </>
  )
}

const ContactFields = ({ given }: { given: number }) => {
  const { t } = usePage()
  const places = Array.from({ length: Math.min(contactPlaces, given + blankContacts) }, (_, place) => place)
  return (
    <Section title={t('network.contact.title')} lead={t('network.contact.hint')}>
      {places.map(place => (
        <fieldset class="field-row">
          <legend class="sr-only">{t('network.contact.number', { number: place + 1 })}</legend>
          <SelectField
            name={`contact${place}:kind`}
            label={t('network.contact.kind')}
            options={contactKinds.map(kind => ({ value: kind, label: t(contactWords[kind]) }))}
            empty={null}
            required
          />
          <TextField name={`contact${place}:value`} label={t('network.contact.value')} maxlength={300} />
          <SelectField
            name={`contact${place}:visibility`}
            label={t('network.contact.visibility')}
            options={visibilities.map(value => ({ value, label: t(visibilityWords[value]) }))}
            empty={null}
            required
          />
        </fieldset>
      ))}
    </Section>
  )
}

export const KindField = () => {
  const { i18n, t } = usePage()
  return (
    <SelectField
      name="kind"
      label={t('network.directory.facet.kind')}
      options={organisationKinds.choices(i18n)}
      required
    />
  )
}

/** Everything an organisation says of itself. `contacts`: how many it has already. */
export const OrganisationFields = ({ contacts }: { contacts: number }) => {
  const { i18n, t } = usePage()
  return (
    <>
      <Section title={t('network.organisation.who')}>
        <NameFields
          label={t('network.organisation.name')}
          hint={t('network.organisation.nameHint')}
          about={t('network.organisation.about')}
          aboutHint={t('network.organisation.aboutHint')}
        />
        <KindField />
        <DateField name="foundedOn" label={t('network.organisation.founded')} />
      </Section>
      <Section title={t('network.organisation.where')}>
        <PlaceFields />
        <RadioGroup
          name="level"
          label={t('network.directory.facet.level')}
          options={levels.choices(i18n)}
          required
        />
      </Section>
      <Section title={t('network.organisation.work')}>
        <WorkFields />
      </Section>
      <Section title={t('network.organisation.identifiers')} lead={t('network.organisation.identifiersHint')}>
        <IdentifierFields />
      </Section>
      <ContactFields given={contacts} />
    </>
  )
}

/** A name in the umbrella's languages alone, for an organisation that somebody else describes. */
export const ShortNameField = () => {
  const { t } = usePage()
  return (
    <LocalisedField
      name="name"
      label={t('network.organisation.name')}
      hint={t('network.organisation.nameHint')}
      maxlength={200}
      required
    />
  )
}
