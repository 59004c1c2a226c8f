import { DateField, SelectField, usePage } from '#ui/index.ts'
import { monthNames } from '../report/month-names.ts'
import type { QuestionProps } from './report-questions.tsx'

const yearsBack = 15

type Props = {
  /** Not every day is told by it. */
  optional?: boolean
}

export const YearField = ({ optional }: Props) => {
  const { t } = usePage()
  const now = Temporal.Now.plainDateISO('Europe/Kyiv').year
  const years = Array.from({ length: yearsBack }, (_, n) => String(now - n))
  return (
    <SelectField
      name="year"
      label={t('monitoring.report.day.year')}
      required={!optional}
      options={years.map(year => ({ value: year, label: year }))}
    />
  )
}

export const MonthField = ({ optional }: Props) => {
  const { i18n, t } = usePage()
  const months = monthNames(i18n.locale).map((label, n) => ({ value: String(n + 1).padStart(2, '0'), label }))
  return (
    <SelectField
      name="month"
      label={t('monitoring.report.day.month')}
      required={!optional}
      options={months}
    />
  )
}

export const HalfField = ({ optional }: Props) => {
  const { t } = usePage()
  const options = [
    { value: '1', label: t('monitoring.report.day.firstHalf') },
    { value: '2', label: t('monitoring.report.day.secondHalf') },
  ]
  return (
    <SelectField name="half" label={t('monitoring.report.day.half')} required={!optional} options={options} />
  )
}

/** When it was, as exactly as the person said they know. */
export const DayQuestion = ({ values }: QuestionProps) => {
  const { t } = usePage()
  if (values.precision === 'range') {
    return (
      <div class="field-row">
        <DateField name="from" label={t('monitoring.report.day.from')} required />
        <DateField name="until" label={t('monitoring.report.day.until')} required />
      </div>
    )
  }
  if (values.precision === 'month' || values.precision === 'half_year') {
    return (
      <div class="field-row">
        {values.precision === 'month' ? <MonthField /> : <HalfField />}
        <YearField />
      </div>
    )
  }
  return <DateField name="day" label={t('monitoring.report.day.day')} required />
}
