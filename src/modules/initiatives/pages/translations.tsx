import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  type Crumb,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  Paragraphs,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { longest } from '../forms/initiative.ts'
import { inLanguage, isOutdated, textParts } from '../initiative-text.ts'
import { partWords, translationWords } from '../initiative-words.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { translationStates } from '../schema/initiatives.ts'

/** The languages of a published text, what each says, and where it can be written or put right. */
export const TranslationsPage = ({ initiative }: { initiative: InitiativeView }) => {
  const { i18n, link, t, umbrella } = usePage()
  const offered = [...new Set([...(umbrella?.locales ?? []), ...Object.keys(initiative.translations)])]
  const at = `/initiatives/${initiative.number}`
  return (
    <Layout
      title={t('initiatives.translation.title')}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: i18n.text(initiative.title).value, path: at },
      ]}
      width="form"
    >
      <PageHeading title={t('initiatives.translation.title')} lead={t('initiatives.translation.lead')} />
      {initiative.status !== 'discussion' && <p>{t('initiatives.translation.twoPersons')}</p>}
      <ul class="attachments">
        {offered.map(locale => {
          const state = initiative.translations[locale]
          return (
            <li>
              {i18n.language(locale)}{' '}
              {locale === initiative.authoritative ? (
                <Badge tone="accent">{t('initiatives.translation.counts')}</Badge>
              ) : (
                <>
                  {state && <Badge>{t(translationWords[state.status])}</Badge>}{' '}
                  {state && isOutdated(initiative, locale) && (
                    <Badge tone="warn">{t('initiatives.translation.older')}</Badge>
                  )}{' '}
                  <a href={link(`${at}/translations/${locale}`)}>
                    {t(state ? 'initiatives.translation.change' : 'initiatives.translation.write')}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Layout>
  )
}

type FormProps = {
  initiative: InitiativeView
  locale: string
  /** Where the form goes, and where the text stands. */
  action: string
  back: string
  crumbs: readonly Crumb[]
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** One more language: the authoritative text above each field. */
export const TranslationFormPage = (props: FormProps) => {
  const { i18n, link, t } = usePage()
  const { initiative, locale, problems = [], refusal } = props
  const original = inLanguage(initiative, initiative.authoritative)
  const title = t('initiatives.translation.into', { language: i18n.language(locale) })
  const second = initiative.status !== 'draft' && initiative.status !== 'discussion'
  return (
    <Layout
      title={title}
      crumbs={props.crumbs}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('initiatives.translation.lead')} />
      <Refused refusal={refusal} />
      <Form action={link(props.action)} values={props.values} problems={problems}>
        <HiddenField name="base" value={String(props.values.base ?? '0')} />
        {textParts
          .filter(part => original[part])
          .map(part => (
            <div class="translated">
              <div class="translated-original" lang={initiative.authoritative} dir="auto">
                <Paragraphs text={original[part] ?? ''} />
              </div>
              {part === 'title' ? (
                <TextField
                  name="title"
                  label={t(partWords.title)}
                  maxlength={longest('title')}
                  lang={locale}
                  required
                />
              ) : (
                <TextArea
                  name={part}
                  label={t(partWords[part])}
                  rows={6}
                  maxlength={longest(part)}
                  lang={locale}
                />
              )}
            </div>
          ))}
        <RadioGroup
          name="state"
          label={t('initiatives.translation.state')}
          hint={t('initiatives.translation.stateHint')}
          required
          options={translationStates.map(value => ({ value, label: t(translationWords[value]) }))}
        />
        {second && (
          <TextArea
            name="reasons"
            label={t('initiatives.correction.reasons')}
            required
            rows={3}
            maxlength={2000}
          />
        )}
        <Actions>
          <Button look="primary">
            {t(second ? 'initiatives.correction.send' : 'initiatives.translation.save')}
          </Button>
          <ButtonLink href={link(props.back)} look="quiet">
            {t('initiatives.form.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
