import { useContext } from 'hono/jsx'
import { FormContext } from '#ui/form/context.tsx'
import { DateField, Section, SelectField, TextArea, TextField, usePage } from '#ui/index.ts'
import { schemeWords } from '../identifiers.ts'
import { visibilities } from '../schema/organisations.ts'

const VisibilityField = ({ name, of }: { name: string; of: string }) => {
  const { t } = usePage()
  const words = {
    public: t('network.form.visible.public'),
    members: t('network.form.visible.members'),
    coordinators: t('network.form.visible.coordinators'),
  }
  return (
    <SelectField
      name={name}
      label={t('network.form.visibleTo', { of })}
      options={visibilities.map(value => ({ value, label: words[value] }))}
      empty={null}
      required
    />
  )
}

/** How to reach the organisation, and who may see it. */
export const ContactFields = () => {
  const { t } = usePage()
  return (
    <Section title={t('network.form.contacts')} lead={t('network.form.contactsLead')}>
      <TextField
        name="email"
        label={t('network.form.email')}
        type="email"
        autocomplete="email"
        width="medium"
      />
      <VisibilityField name="emailFor" of={t('network.form.email')} />
      <TextField name="phone" label={t('network.form.phone')} type="tel" autocomplete="tel" width="medium" />
      <VisibilityField name="phoneFor" of={t('network.form.phone')} />
      <TextField
        name="website"
        label={t('network.form.website')}
        hint={t('network.form.websiteHint')}
        type="url"
        width="full"
      />
    </Section>
  )
}

const registers = ['UA-EDR', 'PL-KRS', 'PL-NIP', 'PL-REGON'] as const

/** Register numbers. Informal groups have none, and need none: the fields are folded until something is in them. */
export const IdentifierFields = () => {
  const { t } = usePage()
  const { values, problems } = useContext(FormContext)
  const open = registers.some(
    scheme =>
      values[`identifiers:${scheme}`] || problems.some(({ field }) => field === `identifiers:${scheme}`),
  )
  return (
    <Section title={t('network.form.identifiers')}>
      <details open={open}>
        <summary>{t('network.form.identifiersLead')}</summary>
        {registers.map(scheme => (
          <TextField
            name={`identifiers:${scheme}`}
            label={t(schemeWords[scheme])}
            inputmode="numeric"
            width="short"
            spellcheck={false}
          />
        ))}
      </details>
    </Section>
  )
}

/** What keeps a partner from joining, and for how long the agreement should run. */
export const PartnerFields = () => {
  const { t } = usePage()
  return (
    <>
      <TextArea
        name="bar"
        label={t('network.form.bar')}
        hint={t('network.form.barHint')}
        maxlength={1000}
        required
      />
      <DateField name="termFrom" label={t('network.form.termFrom')} />
      <DateField
        name="termUntil"
        label={t('network.form.termUntil')}
        hint={t('network.form.termUntilHint')}
      />
    </>
  )
}
