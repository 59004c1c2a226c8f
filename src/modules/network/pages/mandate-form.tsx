import {
  Checkbox,
  DateField,
  FileField,
  type FormValues,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Section,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { MembershipView } from '../queries/memberships.ts'
import type { KnownPerson } from '../queries/people-here.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Props = {
  membership: MembershipView
  /** People of the umbrella whom the viewer may name. */
  people: readonly KnownPerson[]
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** Proposes who shall act for a member. */
export const MandateFormPage = ({ membership, people, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(membership.name).value
  const path = `/memberships/${membership.id}`
  const primary = membership.mandates.find(({ role, inForce }) => role === 'primary' && inForce)
  const roles = [
    {
      value: 'primary',
      label: t('network.mandate.role.primary'),
      hint: t('network.mandate.role.primaryHint'),
    },
    { value: 'deputy', label: t('network.mandate.role.deputy'), hint: t('network.mandate.role.deputyHint') },
  ]
  return (
    <ConfirmationPage
      title={t('network.mandate.formTitle', { name })}
      lead={t('network.mandate.formLead')}
      crumbs={[
        { label: t('network.memberships.title'), path: '/memberships' },
        { label: name, path },
      ]}
      action={`${path}/mandates`}
      confirm={t('network.mandate.sendProposal')}
      back={path}
      files
      {...shown}
    >
      <Section title={t('network.mandate.who')}>
        {people.length > 0 && (
          <SelectField
            name="person"
            label={t('network.mandate.knownPerson')}
            hint={t('network.mandate.knownPersonHint')}
            options={people
              .map(person => ({ value: person.id, label: person.name || t('network.mandate.unnamed') }))
              .sort((a, b) => i18n.compare(a.label, b.label))}
            empty={t('network.mandate.somebodyElse')}
          />
        )}
        <TextField
          name="address"
          type="email"
          label={t('network.mandate.address')}
          hint={t('network.mandate.addressHint')}
          width="medium"
          autocomplete="off"
        />
      </Section>
      <RadioGroup name="role" label={t('network.mandate.role')} options={roles} required />
      {primary && (
        <Checkbox
          name="handOver"
          label={t('network.mandate.handOver', { name: primary.person || t('network.mandate.unnamed') })}
          hint={t('network.mandate.handOverHint')}
        />
      )}
      <TextArea
        name="document"
        label={t('network.mandate.document')}
        hint={t('network.mandate.documentHint')}
        rows={3}
        maxlength={500}
        required
      />
      <FileField
        name="file"
        label={t('network.mandate.file')}
        hint={t('network.form.fileHint')}
        accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
      />
      <DateField name="from" label={t('network.mandate.from')} required />
      <DateField name="until" label={t('network.mandate.until')} hint={t('network.mandate.untilHint')} />
    </ConfirmationPage>
  )
}
