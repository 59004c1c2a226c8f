import { ConfirmationPage } from '#modules/network/index.ts'
import {
  DateField,
  type FormValues,
  LocalisedField,
  type Problem,
  RadioGroup,
  type RefusalShown,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { calendarJurisdictions } from '../deadlines/calendars/calendar.ts'
import { jurisdictionWords } from '../deadlines/proof-words.ts'

type Props = { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

/** Proposes that a day is, or is not, a working day; a second coordinator confirms. */
export const CalendarCorrectionPage = (props: Props) => {
  const { t } = usePage()
  return (
    <ConfirmationPage
      {...props}
      title={t('authorities.deadline.correct')}
      lead={t('authorities.deadline.correctLead')}
      crumbs={[{ label: t('authorities.deadline.title'), path: '/deadline-rules' }]}
      action="/deadline-rules/corrections"
      confirm={t('authorities.deadline.propose')}
      back="/deadline-rules"
    >
      <SelectField
        name="jurisdiction"
        label={t('authorities.deadline.calendar')}
        options={calendarJurisdictions.map(value => ({ value, label: t(jurisdictionWords[value]) }))}
        required
      />
      <DateField name="day" label={t('authorities.deadline.day')} required />
      <RadioGroup
        name="working"
        label={t('authorities.deadline.dayIs')}
        options={[
          { value: 'no', label: t('authorities.deadline.dayOff') },
          { value: 'yes', label: t('authorities.deadline.dayWorking') },
        ]}
        required
      />
      <LocalisedField name="name" label={t('authorities.deadline.dayName')} required />
      <TextField
        name="source"
        label={t('authorities.deadline.source')}
        hint={t('authorities.deadline.sourceHint')}
        maxlength={500}
        required
      />
      <TextArea name="reason" label={t('authorities.deadline.reason')} maxlength={1000} required />
    </ConfirmationPage>
  )
}
