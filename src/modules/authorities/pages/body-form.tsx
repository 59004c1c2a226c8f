import { languageChoices } from '#modules/network/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { listRegions } from '#platform/places/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  DateField,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { bodyLevels, schemes } from '../forms/bodies.ts'
import { bodyKinds, jurisdictions } from '../schema/bodies.ts'
import { bodyKindWords, jurisdictionWords, levelWords } from '../words.ts'

type Props = {
  /** Null for a new body. */
  id: string | null
  parents: readonly { id: string; name: Localised }[]
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const WhatItIs = ({ parents }: Pick<Props, 'parents'>) => {
  const { i18n, t } = usePage()
  return (
    <>
      <LocalisedField name="name" label={t('authorities.body.name')} maxlength={300} required />
      <SelectField
        name="kind"
        label={t('authorities.body.kindLabel')}
        options={bodyKinds.map(value => ({ value, label: t(bodyKindWords[value]) }))}
        required
      />
      <RadioGroup
        name="jurisdiction"
        label={t('authorities.body.jurisdictionLabel')}
        hint={t('authorities.body.jurisdictionHint')}
        options={jurisdictions.map(value => ({ value, label: t(jurisdictionWords[value]) }))}
        columns
        required
      />
      <RadioGroup
        name="level"
        label={t('authorities.body.levelLabel')}
        options={bodyLevels.map(value => ({ value, label: t(levelWords[value]) }))}
        columns
        required
      />
      <SelectField
        name="parent"
        label={t('authorities.body.parent')}
        options={parents.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
      />
      <TextArea
        name="competences"
        label={t('authorities.body.competences')}
        hint={t('authorities.body.competencesHint')}
        rows={5}
      />
    </>
  )
}

const WhereItIs = () => {
  const { i18n, t } = usePage()
  return (
    <>
      <SelectField
        name="country"
        label={t('authorities.body.country')}
        hint={t('authorities.body.countryHint')}
        options={['UA', 'PL'].map(value => ({ value, label: i18n.country(value) }))}
        labelOf={code => i18n.country(code)}
      />
      <SelectField
        name="region"
        label={t('authorities.body.region')}
        options={['UA', 'PL'].map(country => ({
          label: i18n.country(country),
          options: listRegions(country, i18n),
        }))}
        labelOf={code => i18n.region(code)}
      />
      <TextField name="town" label={t('authorities.body.town')} width="medium" maxlength={120} />
    </>
  )
}

const HowToReachIt = () => {
  const { i18n, t } = usePage()
  const offered = languageChoices(i18n).filter(({ value }) => ['uk', 'pl', 'en', 'fr', 'de'].includes(value))
  return (
    <>
      <CheckboxGroup
        name="languages"
        label={t('authorities.body.languages')}
        hint={t('authorities.body.languagesHint')}
        options={offered}
        columns
      />
      <TextArea name="postalAddress" label={t('authorities.body.postalAddress')} rows={3} maxlength={500} />
      <TextField name="email" type="email" label={t('authorities.body.email')} width="medium" />
      <TextField name="phone" type="tel" label={t('authorities.body.phone')} width="medium" maxlength={40} />
      <TextField name="website" type="url" label={t('authorities.body.website')} maxlength={300} />
      <SelectField
        name="scheme"
        label={t('authorities.body.scheme')}
        options={schemes.map(value => ({ value, label: value }))}
      />
      <TextField name="identifier" label={t('authorities.body.identifier')} width="medium" maxlength={40} />
      <DateField name="foundedOn" label={t('authorities.body.foundedOn')} />
      <DateField name="endedOn" label={t('authorities.body.endedOn')} />
    </>
  )
}

/** The facts of a public body: new, or corrected. */
export const BodyFormPage = ({ id, parents, values, problems = [], refusal }: Props) => {
  const { link, t } = usePage()
  const title = t(id ? 'authorities.body.edit' : 'authorities.body.add')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.body.title'), path: '/bodies' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('authorities.body.formLead')} />
      <Refused refusal={refusal} />
      <Form action={link(id ? `/bodies/${id}/facts` : '/bodies')} values={values} problems={problems}>
        {id && <HiddenField name="version" value={String(values.version ?? '')} />}
        <WhatItIs parents={parents.filter(parent => parent.id !== id)} />
        <WhereItIs />
        <HowToReachIt />
        <Actions>
          <Button look="primary">{t('authorities.body.save')}</Button>
          <ButtonLink href={link(id ? `/bodies/${id}` : '/bodies')} look="quiet">
            {t('authorities.body.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
