import type { FormValues } from '#platform/http/form.ts'
import { listRegions } from '#platform/places/index.ts'
import { CheckboxGroup, RadioGroup, SelectField, TextArea, TextField, usePage } from '#ui/index.ts'
import { precisions, reactions, signs, whoseReports, wishes } from '../report/answers.ts'
import { consentUses } from '../report/consent-uses.ts'
import type { Step } from '../report/steps.ts'
import {
  namingWords,
  precisionWords,
  reactionWords,
  signWords,
  useHints,
  useWords,
  whoseWords,
  wishWords,
} from '../report/words.ts'
import { DayQuestion } from './report-day.tsx'

export type QuestionProps = { values: FormValues; country: string | null }

const Whose = () => {
  const { t } = usePage()
  const options = whoseReports.map(value => ({ value, label: t(whoseWords[value]) }))
  return <RadioGroup name="whose" label={t('monitoring.report.chooseOne')} required options={options} />
}

const Name = () => {
  const { t } = usePage()
  const options = (['anonymous', 'named'] as const).map(value => ({ value, label: t(namingWords[value]) }))
  return (
    <>
      <RadioGroup name="naming" label={t('monitoring.report.chooseOne')} required options={options} />
      <TextField
        name="name"
        label={t('monitoring.report.name.name')}
        hint={t('monitoring.report.name.hint')}
        autocomplete="off"
        maxlength={200}
      />
    </>
  )
}

const What = () => {
  const { t } = usePage()
  return (
    <TextArea
      name="what"
      label={t('monitoring.report.what.label')}
      hint={t('monitoring.report.what.hint')}
      rows={10}
      required
    />
  )
}

const When = () => {
  const { t } = usePage()
  const options = precisions.map(value => ({ value, label: t(precisionWords[value]) }))
  return <RadioGroup name="precision" label={t('monitoring.report.chooseOne')} required options={options} />
}

// A coalition of one country asks about its regions; another one about those of both countries it works in.
const Where = ({ country }: QuestionProps) => {
  const { i18n, t } = usePage()
  const countries = country ? [country] : ['UA', 'PL']
  const groups = countries.map(code => ({ label: i18n.country(code), options: listRegions(code, i18n) }))
  const regions = groups.filter(({ options }) => options.length > 0)
  return (
    <>
      <CheckboxGroup
        name="online"
        label={t('monitoring.report.where.onlineLabel')}
        options={[{ value: 'yes', label: t('monitoring.report.where.online') }]}
      />
      {regions.length > 0 && (
        <SelectField
          name="region"
          label={t('monitoring.report.where.region')}
          options={regions.length === 1 ? regions[0]!.options : regions}
          empty={t('monitoring.report.where.unsaid')}
        />
      )}
      <TextField name="town" label={t('monitoring.report.where.town')} maxlength={120} autocomplete="off" />
      <TextArea
        name="place"
        label={t('monitoring.report.where.place')}
        hint={t('monitoring.report.where.placeHint')}
        rows={3}
      />
    </>
  )
}

const Whom = () => {
  const { t } = usePage()
  return (
    <TextArea
      name="whom"
      label={t('monitoring.report.whom.label')}
      hint={t('monitoring.report.whom.hint')}
      rows={4}
    />
  )
}

const Why = () => {
  const { t } = usePage()
  const options = signs.map(value => ({ value, label: t(signWords[value]) }))
  return (
    <>
      <CheckboxGroup name="signs" label={t('monitoring.report.why.signs')} options={options} />
      <TextArea name="why" label={t('monitoring.report.why.label')} rows={4} />
    </>
  )
}

const After = () => {
  const { t } = usePage()
  const options = reactions.map(value => ({ value, label: t(reactionWords[value]) }))
  return (
    <>
      <RadioGroup name="reported" label={t('monitoring.report.after.reported')} options={options} />
      <TextArea
        name="after"
        label={t('monitoring.report.after.label')}
        hint={t('monitoring.report.after.hint')}
        rows={4}
      />
    </>
  )
}

const Wish = () => {
  const { t } = usePage()
  const options = wishes.map(value => ({ value, label: t(wishWords[value]) }))
  return (
    <>
      <CheckboxGroup name="wishes" label={t('monitoring.report.wish.label')} options={options} />
      <TextField
        name="contact"
        label={t('monitoring.report.wish.contact')}
        hint={t('monitoring.report.wish.contactHint')}
        autocomplete="off"
        maxlength={500}
      />
      <TextField
        name="safely"
        label={t('monitoring.report.wish.safely')}
        hint={t('monitoring.report.wish.safelyHint')}
        autocomplete="off"
        maxlength={500}
      />
    </>
  )
}

/** What somebody agrees to; nothing is ticked before they do it. */
export const UsesField = () => {
  const { t } = usePage()
  const options = consentUses.map(value => ({ value, label: t(useWords[value]), hint: t(useHints[value]) }))
  return <CheckboxGroup name="uses" label={t('monitoring.report.use.label')} options={options} />
}

/** The fields of one question. */
export const Question = (props: QuestionProps & { step: Exclude<Step, 'files' | 'review'> }) => {
  const Fields = fields[props.step]
  return <Fields values={props.values} country={props.country} />
}

const fields = {
  whose: Whose,
  name: Name,
  what: What,
  when: When,
  day: DayQuestion,
  where: Where,
  whom: Whom,
  why: Why,
  after: After,
  wish: Wish,
  consents: UsesField,
}
