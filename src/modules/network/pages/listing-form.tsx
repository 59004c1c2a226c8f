import { euCountries, listCountries, listRegions } from '#platform/places/index.ts'
import {
  DateField,
  type FormValues,
  HiddenField,
  type Problem,
  RadioGroup,
  type RefusalShown,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { NamedMember } from '../queries/member-name.ts'
import type { Side } from '../schema/aid.ts'
import { languageChoices } from '../vocabulary/languages.ts'
import { needKinds } from '../vocabulary/need-kinds.ts'
import { ConfirmationPage } from './confirmation.tsx'
import { FoldedChoices } from './folded-choices.tsx'
import { MemberChoice } from './member-choice.tsx'

type Props = {
  /** The listing that is changed; null for a new one. */
  id: string | null
  side: Side
  members: readonly NamedMember[]
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const countriesWithRegions = ['UA', 'PL', ...euCountries.filter(code => code !== 'PL')]

const WhereFields = () => {
  const { i18n, t } = usePage()
  const groups = countriesWithRegions.map(code => ({
    label: i18n.country(code),
    options: listRegions(code, i18n),
  }))
  return (
    <>
      <SelectField
        name="country"
        label={t('network.form.country')}
        hint={t('network.aid.countryHint')}
        options={listCountries(i18n)}
        empty={t('network.aid.anywhere')}
      />
      <SelectField
        name="region"
        label={t('network.form.region')}
        hint={t('network.form.regionHint')}
        options={groups.filter(group => group.options.length > 0)}
        empty={t('network.form.regionNone')}
        labelOf={i18n.region}
      />
    </>
  )
}

const LanguageFields = () => {
  const { i18n, umbrella, t } = usePage()
  const usual: readonly string[] = umbrella?.locales ?? [i18n.locale]
  const languages = languageChoices(i18n)
  return (
    <FoldedChoices
      name="languages"
      label={t('network.aid.languages')}
      hint={t('network.aid.languagesHint')}
      first={languages.filter(({ value }) => usual.includes(value))}
      groups={[
        {
          label: t('network.form.otherLanguages'),
          options: languages.filter(({ value }) => !usual.includes(value)),
        },
      ]}
    />
  )
}

/** Posts a need or an offer, or changes one. */
export const ListingFormPage = ({ id, side, members, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const isNeed = side === 'need'
  const title = id
    ? t('network.aid.changeTitle')
    : t(isNeed ? 'network.aid.postNeed' : 'network.aid.postOffer')
  return (
    <ConfirmationPage
      title={title}
      lead={t(isNeed ? 'network.aid.needLead' : 'network.aid.offerLead')}
      crumbs={[{ label: t('network.aid.title'), path: '/aid' }]}
      action={id ? `/aid/${id}` : '/aid'}
      confirm={t(id ? 'network.aid.save' : 'network.aid.publish')}
      back={id ? `/aid/${id}` : '/aid'}
      {...shown}
    >
      {id === null && <HiddenField name="side" value={side} />}
      {id === null && <MemberChoice members={members} />}
      <RadioGroup
        name="kind"
        label={t('network.aid.kind')}
        options={needKinds.choices(i18n)}
        columns
        required
      />
      <TextField
        name="title"
        label={t('network.aid.what')}
        hint={t(isNeed ? 'network.aid.needHint' : 'network.aid.offerHint')}
        maxlength={200}
        required
      />
      <TextArea
        name="body"
        label={t('network.aid.body')}
        hint={t('network.aid.bodyHint')}
        rows={6}
        maxlength={5000}
      />
      <SelectField
        name="contentLocale"
        label={t('network.aid.contentLocale')}
        options={languageChoices(i18n)}
        required
      />
      <WhereFields />
      <LanguageFields />
      <DateField name="until" label={t('network.aid.until')} hint={t('network.aid.untilHint')} required />
    </ConfirmationPage>
  )
}
