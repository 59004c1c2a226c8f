import { acceptedEndings } from '#platform/files/index.ts'
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  DateTimeField,
  FileField,
  LocalisedField,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { Choices } from '../queries/choices.ts'
import type { FormationView } from '../queries/formation.ts'

const useMembers = (choices: Choices) => {
  const { i18n } = usePage()
  return choices.members.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))
}

export const BeginFields = ({ choices }: { choices: Choices }) => {
  const { t } = usePage()
  return (
    <>
      <DateField name="begunOn" label={t('councils.moment.begun')} required />
      <TextArea
        name="ground"
        label={t('councils.formation.ground')}
        hint={t('councils.formation.groundHint')}
        rows={2}
        maxlength={1000}
      />
      <CheckboxGroup
        name="members"
        label={t('councils.formation.members')}
        options={useMembers(choices)}
        columns
      />
      <TextArea
        name="organisations"
        label={t('councils.formation.organisations')}
        hint={t('councils.formation.organisationsHint')}
        rows={4}
        maxlength={5000}
      />
    </>
  )
}

export const CallFields = () => {
  const { t } = usePage()
  return (
    <>
      <LocalisedField
        name="callText"
        label={t('councils.formation.call')}
        maxlength={5000}
        multiline
        rows={6}
        required
      />
      <LocalisedField
        name="whoMayApply"
        label={t('councils.formation.whoMayApply')}
        maxlength={2000}
        multiline
        rows={3}
      />
      <TextField name="seats" label={t('councils.figure.seats')} type="number" width="short" required />
      <DateField name="applyUntil" label={t('councils.moment.until')} required />
    </>
  )
}

type ApplicationProps = { members: readonly { value: string; label: string }[]; keeps: boolean }

export const ApplicationFields = ({ members, keeps }: ApplicationProps) => {
  const { t } = usePage()
  return (
    <>
      {members.length > 0 && (
        <SelectField
          name="membership"
          label={t('councils.application.member')}
          options={members}
          empty={keeps ? t('councils.holder.noMember') : null}
        />
      )}
      {keeps && (
        <TextField name="organisation" label={t('councils.application.otherOrganisation')} maxlength={300} />
      )}
      <TextField name="candidate" label={t('councils.application.candidate')} maxlength={200} required />
      <Checkbox
        name="candidateNamed"
        label={t('councils.holder.named')}
        hint={t('councils.holder.namedHint')}
        value="yes"
      />
      <TextArea name="statement" label={t('councils.application.statement')} rows={5} maxlength={5000} />
    </>
  )
}

export const AssemblyFields = () => {
  const { t } = usePage()
  return (
    <>
      <DateTimeField name="assemblyAt" label={t('councils.moment.assembly')} required />
      <TextField name="assemblyPlace" label={t('councils.session.place')} maxlength={300} />
    </>
  )
}

export const ElectionFields = ({ formation }: { formation: FormationView }) => {
  const { t } = usePage()
  const admitted = formation.applications.filter(({ status }) => status === 'admitted')
  const nameOf = ({ organisation, candidate }: (typeof admitted)[number]) =>
    [candidate, organisation].filter(Boolean).join(', ')
  return (
    <>
      <DateField name="electedOn" label={t('councils.moment.elected')} required />
      <TextField
        name="electors"
        label={t('councils.formation.electors')}
        type="number"
        width="short"
        required
      />
      {admitted.map(one => (
        <TextField
          name={`votes:${one.id}`}
          label={t('councils.formation.votesFor', { who: nameOf(one) })}
          type="number"
          width="short"
          required
        />
      ))}
      <CheckboxGroup
        name="elected"
        label={t('councils.formation.elected', { seats: formation.seats ?? 0 })}
        options={admitted.map(one => ({ value: one.id, label: nameOf(one) }))}
      />
      <FileField name="minutes" label={t('councils.formation.minutes')} accept={acceptedEndings} required />
    </>
  )
}
