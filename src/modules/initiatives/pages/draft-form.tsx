import { fieldsOfWork, languageChoices, type NamedMember } from '#modules/network/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxGroup,
  Form,
  type FormValues,
  HiddenField,
  Layout,
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
import { longest } from '../forms/initiative.ts'
import { partHints, partWords } from '../initiative-words.ts'
import { parts } from '../schema/initiatives.ts'
import { CapacityField } from './capacity-field.tsx'

type Props = {
  /** Null for a new draft. */
  id: string | null
  /** What the coalition leaves to others. */
  topics: readonly Localised[]
  members: readonly NamedMember[]
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** The topics that the coalition leaves to others come first: whoever writes about one of them should know it before writing. */
const Scope = ({ topics }: { topics: readonly Localised[] }) => {
  const { i18n, t } = usePage()
  if (topics.length === 0) return null
  return (
    <section class="section">
      <h2>{t('initiatives.draft.scopeTitle')}</h2>
      <p>{t('initiatives.draft.scopeLead')}</p>
      {topics.map((topic, n) => (
        <div class="scope-topic">
          <RadioGroup
            name={`scope-${n}`}
            label={i18n.text(topic).value}
            required
            columns
            options={[
              { value: 'no', label: t('initiatives.scope.touchesNot') },
              { value: 'touches', label: t('initiatives.scope.touches') },
            ]}
          />
          <TextArea name={`why-${n}`} label={t('initiatives.draft.why')} rows={2} maxlength={2000} />
        </div>
      ))}
    </section>
  )
}

/** The fields of a text in one language. */
export const TextFields = ({ lang }: { lang?: string }) => {
  const { t } = usePage()
  return (
    <>
      <TextField
        name="title"
        label={t(partWords.title)}
        hint={t(partHints.title)}
        maxlength={longest('title')}
        lang={lang}
        required
      />
      {parts.map(part => (
        <TextArea
          name={part}
          label={t(partWords[part])}
          hint={t(partHints[part])}
          rows={part === 'plan' || part === 'need' ? 8 : 5}
          maxlength={longest(part)}
          lang={lang}
          required
        />
      ))}
    </>
  )
}

/** Where an initiative begins: scope, text, topics. Everything can be saved half-finished. */
export const DraftFormPage = ({ id, topics, members, values, problems = [], refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const title = t(id ? 'initiatives.draft.edit' : 'initiatives.draft.begin')
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: t('initiatives.drafts.title'), path: '/initiatives/drafts' },
      ]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t('initiatives.draft.lead')} />
      <Refused refusal={refusal} />
      <Form
        action={link(id ? `/initiatives/drafts/${id}` : '/initiatives')}
        values={values}
        problems={problems}
      >
        {id ? (
          <HiddenField name="seen" value={String(values.seen ?? '')} />
        ) : (
          <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
        )}
        <Scope topics={topics} />
        <SelectField
          name="authoritative"
          label={t('initiatives.draft.authoritative')}
          hint={t('initiatives.draft.authoritativeHint')}
          options={languageChoices(i18n)}
          empty={null}
          required
        />
        <TextFields />
        <CheckboxGroup
          name="topics"
          label={t('initiatives.initiative.topics')}
          options={fieldsOfWork.sorted(i18n)}
          columns
          required
        />
        <details class="unfold" open={(values['languages[]']?.length ?? 0) > 0}>
          <summary class="btn btn-sm">{t('initiatives.draft.chooseLanguages')}</summary>
          <CheckboxGroup
            name="languages"
            label={t('initiatives.initiative.languages')}
            hint={t('initiatives.draft.languagesHint')}
            options={languageChoices(i18n)}
            columns
          />
        </details>
        <Actions>
          <Button look="primary" name="intent" value="review">
            {t('initiatives.draft.review')}
          </Button>
          <Button name="intent" value="save">
            {t('initiatives.draft.save')}
          </Button>
        </Actions>
      </Form>
    </Layout>
  )
}
