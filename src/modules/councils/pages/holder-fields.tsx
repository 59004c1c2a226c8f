import { acceptedEndings } from '#platform/files/index.ts'
import {
  Checkbox,
  DateField,
  FileField,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { dutyWords } from '../council-words.ts'
import type { Choices } from '../queries/choices.ts'
import type { CouncilView } from '../queries/council.ts'
import { duties } from '../schema/councils.ts'

export const SeatFields = () => {
  const { t } = usePage()
  return (
    <>
      <TextField
        name="label"
        label={t('councils.seat.label')}
        hint={t('councils.seat.labelHint')}
        maxlength={200}
        required
      />
      <TextField name="nominates" label={t('councils.seat.nominates')} maxlength={500} />
      <Checkbox name="voting" label={t('councils.seat.voting')} value="yes" />
    </>
  )
}

/** Who takes a seat, on whose behalf, under which mandate. */
export const HolderFields = ({ choices }: { choices: Choices }) => {
  const { i18n, t } = usePage()
  const nameOf = (name: object | null) => i18n.text(name as never).value
  return (
    <>
      <TextField name="name" label={t('councils.holder.name')} maxlength={200} required />
      <Checkbox
        name="named"
        label={t('councils.holder.named')}
        hint={t('councils.holder.namedHint')}
        value="yes"
      />
      <SelectField
        name="account"
        label={t('councils.holder.account')}
        hint={t('councils.holder.accountHint')}
        options={choices.people.map(({ id, name, member }) => ({
          value: id,
          label: member ? `${name}, ${nameOf(member)}` : name,
        }))}
        empty={t('councils.holder.noAccount')}
      />
      <SelectField
        name="membership"
        label={t('councils.holder.member')}
        options={choices.members.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        empty={t('councils.holder.noMember')}
      />
      <TextField name="onBehalf" label={t('councils.holder.otherOrganisation')} maxlength={300} />
      <TextField name="nominatedBy" label={t('councils.holder.nominatedBy')} maxlength={500} />
      <TextArea
        name="mandateNote"
        label={t('councils.holder.mandateNote')}
        hint={t('councils.holder.mandateHint')}
        rows={2}
        maxlength={1000}
      />
      <FileField name="mandate" label={t('councils.holder.mandateFile')} accept={acceptedEndings} />
    </>
  )
}

export const SeatChoice = ({ council }: { council: CouncilView }) => {
  const { t } = usePage()
  return (
    <>
      {council.posts.length > 0 && (
        <SelectField
          name="post"
          label={t('councils.seat.label')}
          options={council.posts.map(({ id, label, role }) => ({ value: id, label: label ?? role ?? '' }))}
          empty={t('councils.seat.noPost')}
        />
      )}
      <SelectField
        name="duty"
        label={t('councils.holder.duty')}
        options={duties.map(value => ({ value, label: t(dutyWords[value]) }))}
        empty={null}
      />
      <Checkbox
        name="delegate"
        label={t('councils.holder.isDelegate')}
        hint={t('councils.holder.delegateHint')}
        value="yes"
      />
    </>
  )
}

export const TimeFields = ({ whole }: { whole?: boolean }) => {
  const { t } = usePage()
  return (
    <>
      {whole ? (
        <DateField name="start" label={t('councils.holder.start')} required />
      ) : (
        <TextField
          name="start"
          label={t('councils.holder.start')}
          hint={t('councils.form.partialHint')}
          width="short"
          maxlength={10}
          required
        />
      )}
      <TextField
        name="end"
        label={t('councils.holder.endDay')}
        hint={t('councils.form.partialHint')}
        width="short"
        maxlength={10}
      />
    </>
  )
}

export const EndFields = ({ seat }: { seat: string }) => {
  const { t } = usePage()
  return (
    <>
      <HiddenField name="seat" value={seat} />
      <DateField name="end" label={t('councils.holder.endDay')} required />
      <TextArea name="reason" label={t('councils.holder.endReason')} rows={2} maxlength={1000} />
    </>
  )
}

export const NoteFields = ({ seat }: { seat: string }) => {
  const { t } = usePage()
  return (
    <>
      <HiddenField name="seat" value={seat} />
      <TextArea
        name="note"
        label={t('councils.handover.note')}
        hint={t('councils.handover.noteHint')}
        rows={8}
        maxlength={10_000}
        required
      />
    </>
  )
}
