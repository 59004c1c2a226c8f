import { acceptedEndings } from '#platform/files/index.ts'
import {
  Checkbox,
  DateTimeField,
  FileField,
  LocalisedField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { majorityWords, optionWords, presenceWords } from '../council-words.ts'
import type { Attendant, SessionView } from '../queries/session.ts'
import { majorityRules } from '../schema/councils.ts'
import { presences } from '../schema/sessions.ts'

export const SessionFields = () => {
  const { t } = usePage()
  return (
    <>
      <DateTimeField name="startsAt" label={t('councils.session.starts')} required />
      <DateTimeField name="endsAt" label={t('councils.session.ends')} />
      <TextField name="place" label={t('councils.session.place')} maxlength={300} />
      <TextField
        name="onlineUrl"
        label={t('councils.session.online')}
        hint={t('councils.session.onlineHint')}
        type="url"
        maxlength={500}
      />
      <LocalisedField
        name="title"
        label={t('councils.session.title')}
        hint={t('councils.session.titleHint')}
        maxlength={200}
      />
    </>
  )
}

export const ItemFields = () => {
  const { t } = usePage()
  return (
    <>
      <LocalisedField name="title" label={t('councils.item.title')} maxlength={300} required />
      <LocalisedField name="about" label={t('councils.item.about')} maxlength={4000} multiline rows={4} />
      <TextField
        name="reporter"
        label={t('councils.item.reporter')}
        hint={t('councils.item.reporterHint')}
        maxlength={200}
      />
    </>
  )
}

/** Who somebody is among those who sit, in one line. */
export const useSeatName = () => {
  const { i18n, t } = usePage()
  return ({ name, member, onBehalf }: Attendant) =>
    [name, member ? i18n.text(member).value : onBehalf].filter(Boolean).join(', ') ||
    t('councils.holder.unnamed')
}

export const AttendanceFields = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const nameOf = useSeatName()
  return (
    <>
      {session.attendants.map(one => (
        <RadioGroup
          name={`seat:${one.seat}`}
          label={nameOf(one)}
          options={presences.map(value => ({ value, label: t(presenceWords[value]) }))}
          columns
        />
      ))}
    </>
  )
}

const ItemChoice = ({ session }: { session: SessionView }) => {
  const { i18n, t } = usePage()
  return (
    <SelectField
      name="item"
      label={t('councils.item.one')}
      options={session.items.map(({ id, position, title }) => ({
        value: id,
        label: `${position}. ${i18n.text(title).value}`,
      }))}
      required
    />
  )
}

export const DecisionFields = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  return (
    <>
      <ItemChoice session={session} />
      <TextArea
        name="text"
        label={t('councils.item.decision')}
        hint={t('councils.item.decisionHint')}
        rows={5}
        maxlength={10_000}
        required
      />
    </>
  )
}

export const VoteFields = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const nameOf = useSeatName()
  const there = session.attendants.filter(
    ({ voting, status }) => voting && (status === 'present' || status === 'online'),
  )
  return (
    <>
      <ItemChoice session={session} />
      <TextArea
        name="motion"
        label={t('councils.vote.motion')}
        hint={t('councils.vote.motionHint')}
        rows={3}
        maxlength={2000}
        required
      />
      <SelectField
        name="rule"
        label={t('councils.majority')}
        options={majorityRules.map(value => ({ value, label: t(majorityWords[value]) }))}
        empty={null}
      />
      {(['yes', 'no', 'abstain'] as const).map(option => (
        <TextField name={option} label={t(optionWords[option])} type="number" width="short" />
      ))}
      <details>
        <summary>{t('councils.vote.byName')}</summary>
        <p class="hint">{t('councils.vote.byNameHint')}</p>
        {there.map(one => (
          <SelectField
            name={`seat:${one.seat}`}
            label={nameOf(one)}
            options={(['yes', 'no', 'abstain', 'not voting'] as const).map(value => ({
              value,
              label: t(optionWords[value]),
            }))}
          />
        ))}
      </details>
    </>
  )
}

export const DocumentFields = () => {
  const { t } = usePage()
  return (
    <>
      <LocalisedField name="title" label={t('councils.document.title')} maxlength={300} required />
      <FileField name="file" label={t('councils.document.file')} accept={acceptedEndings} required />
      <Checkbox
        name="public"
        label={t('councils.document.public')}
        hint={t('councils.document.publicHint')}
        value="yes"
      />
    </>
  )
}

export const ConflictFields = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const nameOf = useSeatName()
  const seats = session.keeps ? session.attendants : session.attendants.filter(({ own }) => own)
  return (
    <>
      <ItemChoice session={session} />
      <SelectField
        name="seat"
        label={t('councils.conflict.whose')}
        options={seats.map(one => ({ value: one.seat, label: nameOf(one) }))}
        empty={seats.length === 1 ? null : undefined}
        required
      />
      <TextArea name="reason" label={t('councils.conflict.reason')} rows={3} maxlength={2000} required />
      <Checkbox name="abstains" label={t('councils.conflict.abstains')} value="yes" />
    </>
  )
}

export const MinutesFields = () => {
  const { t } = usePage()
  return (
    <>
      <TextArea
        name="text"
        label={t('councils.minutes.text')}
        hint={t('councils.minutes.textHint')}
        rows={14}
        maxlength={50_000}
      />
      <FileField name="file" label={t('councils.minutes.file')} accept={acceptedEndings} />
    </>
  )
}

export const ReportFields = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const nameOf = useSeatName()
  const seats = session.attendants.filter(({ own, delegate }) => own && delegate)
  return (
    <>
      <SelectField
        name="seat"
        label={t('councils.report.seat')}
        options={seats.map(one => ({ value: one.seat, label: nameOf(one) }))}
        empty={null}
      />
      <TextArea
        name="happened"
        label={t('councils.report.happened')}
        hint={t('councils.report.happenedHint')}
        rows={6}
        maxlength={10_000}
        required
      />
      <TextArea name="said" label={t('councils.report.said')} rows={4} maxlength={10_000} />
      <TextArea name="nextSteps" label={t('councils.report.nextSteps')} rows={3} maxlength={5000} />
    </>
  )
}

export const ReasonField = () => {
  const { t } = usePage()
  return <TextArea name="reason" label={t('councils.form.reason')} rows={3} maxlength={1000} required />
}
