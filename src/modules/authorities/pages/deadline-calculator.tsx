import type { I18n } from '#platform/i18n/index.ts'
import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  Checkbox,
  Form,
  type FormValues,
  type Problem,
  Section,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { calendarJurisdictions } from '../deadlines/calendars/calendar.ts'
import type { Deadline, Due } from '../deadlines/compute.ts'
import { jurisdictionWords, momentIn, noDeadlineWords, startWords } from '../deadlines/proof-words.ts'
import type { Rule } from '../deadlines/rules/rule.ts'
import { rules } from '../deadlines/rules/shipped.ts'
import { DeadlineSteps } from './deadline-steps.tsx'

/** What was asked of the calculator, and what came out. */
export type Calculation = {
  values: FormValues
  problems: readonly Problem[]
  asked: { rule: Rule; deadline: Deadline } | null
}

/** The day or moment in words, on the clocks of the rule's jurisdiction. */
export const dueWords = (i18n: I18n, rule: Rule, due: Due): string =>
  due instanceof Temporal.PlainDate ? i18n.date(due) : momentIn(i18n, rule, due.toInstant().toString())

const Fields = () => {
  const { i18n, t } = usePage()
  const options = calendarJurisdictions.map(jurisdiction => ({
    label: t(jurisdictionWords[jurisdiction]),
    options: rules
      .filter(rule => rule.jurisdiction === jurisdiction)
      .map(({ id, what }) => ({ value: id, label: what[i18n.locale] })),
  }))
  return (
    <>
      <SelectField name="rule" label={t('authorities.deadline.what')} options={options} required />
      <TextField
        name="from"
        label={t('authorities.deadline.from')}
        hint={t('authorities.deadline.fromHint')}
        width="medium"
        required
      />
      <Checkbox name="extended" label={t('authorities.deadline.extendedField')} />
      <Button look="primary">{t('authorities.deadline.count')}</Button>
    </>
  )
}

const query = ({ rule, from, extended }: FormValues) =>
  new URLSearchParams({
    ...{ rule: String(rule ?? ''), from: String(from ?? '') },
    ...(extended ? { extended: 'yes' } : {}),
  }).toString()

const Result = ({ calculation, signedIn }: { calculation: Calculation; signedIn: boolean }) => {
  const { i18n, link, t } = usePage()
  const { asked, values } = calculation
  if (!asked) return null
  const { rule, deadline } = asked
  if (!deadline.ok) return <Alert kind="info">{t(noDeadlineWords[deadline.reason])}</Alert>
  return (
    <Section
      title={t('authorities.deadline.result', { day: dueWords(i18n, rule, deadline.due) })}
      id="result"
    >
      <p>
        {rule.what[i18n.locale]}. {t(startWords[rule.starts])}.{' '}
        {rule.cite.confidence !== 'lawyer' && (
          <Badge tone="warn">{t('authorities.deadline.notVerifiedBadge')}</Badge>
        )}
      </p>
      <DeadlineSteps rule={rule} steps={deadline.steps} />
      {signedIn && (
        <Actions>
          <ButtonLink href={link(`/deadline-rules/calculation.pdf?${query(values)}`)} icon="download">
            {t('authorities.deadline.pdf')}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

/** Rule and day in, last day and proof out; an address of its own, without JavaScript. */
export const Calculator = ({
  calculation,
  signedIn,
}: {
  calculation: Calculation | undefined
  signedIn: boolean
}) => {
  const { link, t } = usePage()
  return (
    <>
      <Section title={t('authorities.deadline.calculator')}>
        <Form
          method="get"
          action={link('/deadline-rules/calculation')}
          values={calculation?.values}
          problems={calculation?.problems}
          label={t('authorities.deadline.calculator')}
        >
          <Fields />
        </Form>
      </Section>
      {calculation && <Result calculation={calculation} signedIn={signedIn} />}
    </>
  )
}
