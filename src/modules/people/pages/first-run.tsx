import type { FormValues, Problem } from '#platform/http/form.ts'
import type { FoundingRule } from '#platform/http/module.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import {
  type AccentName,
  Actions,
  Alert,
  accentNames,
  Button,
  CheckboxGroup,
  DateField,
  Form,
  Layout,
  LocalisedField,
  PageHeading,
  RadioGroup,
  Section,
  SelectField,
  TextField,
  usePage,
} from '#ui/index.ts'
import { countries, ruleField, topicCount, topicField, zones } from '../forms/first-run.ts'
import { languagesByName } from '../languages-by-name.ts'

const accentKeys = {
  azure: 'people.accent.azure',
  teal: 'people.accent.teal',
  leaf: 'people.accent.leaf',
  olive: 'people.accent.olive',
  amber: 'people.accent.amber',
  brick: 'people.accent.brick',
  rose: 'people.accent.rose',
  plum: 'people.accent.plum',
  violet: 'people.accent.violet',
  slate: 'people.accent.slate',
} as const satisfies Record<AccentName, MessageKey>

type Props = { rules: readonly FoundingRule[]; values: FormValues; problems?: readonly Problem[] }

const Face = () => {
  const { i18n, t } = usePage()
  const nations = countries
    .map(code => ({ value: code, label: i18n.country(code) }))
    .sort((a, b) => i18n.compare(a.label, b.label))
  return (
    <Section title={t('people.firstRun.face')}>
      <LocalisedField
        name="name"
        label={t('people.firstRun.name')}
        hint={t('people.firstRun.nameHint')}
        maxlength={200}
        required
      />
      <LocalisedField
        name="about"
        label={t('people.firstRun.about')}
        hint={t('people.firstRun.aboutHint')}
        maxlength={4000}
        multiline
      />
      <DateField name="founded" label={t('people.firstRun.founded')} />
      <SelectField
        name="country"
        label={t('people.firstRun.country')}
        options={nations}
        empty={t('people.firstRun.countryNone')}
      />
    </Section>
  )
}

const Habits = () => {
  const { t } = usePage()
  return (
    <Section title={t('people.firstRun.habits')}>
      <CheckboxGroup
        name="locales"
        label={t('people.firstRun.locales')}
        hint={t('people.firstRun.localesHint')}
        options={languagesByName}
        required
      />
      <SelectField
        name="zone"
        label={t('people.firstRun.zone')}
        hint={t('people.firstRun.zoneHint')}
        options={zones.map(value => ({ value, label: value.replace('_', ' ') }))}
        empty={null}
        required
      />
      <RadioGroup
        name="accent"
        label={t('people.firstRun.accent')}
        hint={t('people.firstRun.accentHint')}
        options={accentNames.map(value => ({ value, label: t(accentKeys[value]) }))}
        columns
        required
      />
    </Section>
  )
}

const Topics = () => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('people.firstRun.outOfScope')} lead={t('people.firstRun.outOfScopeLead')}>
      {Array.from({ length: topicCount }, (_, n) => (
        <LocalisedField
          name={topicField(n)}
          label={t('people.firstRun.topic', { number: i18n.number(n + 1) })}
          maxlength={200}
        />
      ))}
    </Section>
  )
}

const Rules = ({ rules }: Pick<Props, 'rules'>) => {
  const { t } = usePage()
  if (rules.length === 0) return null
  return (
    <Section title={t('people.firstRun.rules')} lead={t('people.firstRun.rulesLead')}>
      {rules.map(rule => (
        <TextField
          name={ruleField(rule.key)}
          label={t(rule.label)}
          hint={t(rule.hint, { minimum: rule.minimum, maximum: rule.maximum })}
          width="short"
          inputmode="numeric"
          required
        />
      ))}
    </Section>
  )
}

/** What founders settle before anybody else sees their umbrella. */
export const FirstRunPage = ({ rules, values, problems = [] }: Props) => {
  const { t, link } = usePage()
  return (
    <Layout title={t('people.firstRun.title')} width="form" invalid={problems.length > 0}>
      <PageHeading title={t('people.firstRun.title')} lead={t('people.firstRun.lead')} />
      <Form action={link('/first-run')} values={values} problems={problems}>
        <Face />
        <Habits />
        <Topics />
        <Rules rules={rules} />
        <Alert kind="info" title={t('people.firstRun.whatNext')}>
          {t('people.firstRun.whatNextHelp')}
        </Alert>
        <Actions>
          <Button look="primary" name="step" value="settle">
            {t('people.firstRun.settle')}
          </Button>
          <Button name="step" value="save">
            {t('people.firstRun.save')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
