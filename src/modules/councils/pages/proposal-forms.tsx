import { ConfirmationPage, fieldsOfWork, languageChoices } from '#modules/network/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import {
  CheckboxGroup,
  DateField,
  type FormValues,
  type Problem,
  RadioGroup,
  type RefusalShown,
  SelectField,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { routeWords, standardWords } from '../legislation-words.ts'
import type { ProposalView } from '../queries/legislation.ts'
import { routes, standardKinds } from '../schema/proposals.ts'

export type Told = { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

export type ProposalChoices = {
  councils: readonly { id: string; name: Localised }[]
  acts: readonly { id: string; title: string }[]
  bodies: readonly { id: string; name: Localised }[]
}

const Standards = ({ places }: { places: number }) => {
  const { t } = usePage()
  return (
    <>
      {Array.from({ length: places }, (_, n) => (
        <fieldset class="repeated">
          <legend>{t('councils.legislation.standardNumber', { number: n + 1 })}</legend>
          <SelectField
            name={`standard-${n}-kind`}
            label={t('councils.legislation.standardKind')}
            empty={t('councils.legislation.standardChoose')}
            options={standardKinds.map(value => ({ value, label: t(standardWords[value]) }))}
          />
          <TextField
            name={`standard-${n}-title`}
            label={t('councils.legislation.standardTitle')}
            maxlength={300}
          />
          <TextField
            name={`standard-${n}-article`}
            label={t('councils.legislation.standardArticle')}
            maxlength={100}
          />
          <TextField
            name={`standard-${n}-url`}
            label={t('councils.legislation.standardUrl')}
            type="url"
            maxlength={500}
          />
        </fieldset>
      ))}
    </>
  )
}

const About = ({ choices, places }: { choices: ProposalChoices; places: number }) => {
  const { i18n, t } = usePage()
  return (
    <>
      <TextArea
        name="summary"
        label={t('councils.legislation.summary')}
        hint={t('councils.legislation.summaryHint')}
        rows={8}
        required
      />
      <SelectField
        name="bodyId"
        label={t('councils.legislation.decides')}
        empty={t('councils.legislation.decidesNone')}
        options={choices.bodies
          .map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))
          .sort((a, b) => i18n.compare(a.label, b.label))}
      />
      <SelectField
        name="draftActId"
        label={t('councils.legislation.act')}
        empty={t('councils.legislation.actNone')}
        options={choices.acts.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <CheckboxGroup
        name="topics[]"
        label={t('councils.legislation.topics')}
        options={fieldsOfWork.choices(i18n)}
      />
      <h2>{t('councils.legislation.standards')}</h2>
      <p class="hint">{t('councils.legislation.standardsHint')}</p>
      <Standards places={places} />
    </>
  )
}

/** A new proposal: who prepared it, what shall change, on what it rests. */
export const NewProposalPage = ({ choices, ...told }: Told & { choices: ProposalChoices }) => {
  const { i18n, t } = usePage()
  return (
    <ConfirmationPage
      title={t('councils.legislation.new')}
      lead={t('councils.legislation.newLead')}
      crumbs={[{ label: t('councils.legislation.title'), path: '/legislation' }]}
      action="/legislation"
      confirm={t('councils.legislation.put')}
      back="/legislation"
      {...told}
    >
      <RadioGroup
        name="route"
        label={t('councils.legislation.routeLabel')}
        required
        options={routes.map(value => ({ value, label: t(routeWords[value]) }))}
      />
      <SelectField
        name="councilId"
        label={t('councils.legislation.preparedBy')}
        empty={t('councils.legislation.preparedByNone')}
        options={choices.councils.map(({ id, name }) => ({ value: id, label: i18n.text(name).value }))}
      />
      <TextField name="title" label={t('councils.legislation.titleLabel')} maxlength={300} required />
      <SelectField
        name="lang"
        label={t('councils.legislation.lang')}
        options={languageChoices(i18n)}
        empty={null}
      />
      <DateField name="preparedOn" label={t('councils.legislation.preparedOn')} required />
      <About choices={choices} places={4} />
    </ConfirmationPage>
  )
}

/** What may still be put otherwise while no council has seen the proposal. */
export const RevisionPage = ({
  proposal,
  choices,
  ...told
}: Told & { proposal: ProposalView; choices: ProposalChoices }) => {
  const { t } = usePage()
  return (
    <ConfirmationPage
      title={t('councils.legislation.revise')}
      lead={t('councils.legislation.reviseLead')}
      crumbs={[
        { label: t('councils.legislation.title'), path: '/legislation' },
        { label: proposal.title, path: `/legislation/${proposal.number}` },
      ]}
      action={`/legislation/${proposal.number}/text`}
      confirm={t('councils.legislation.save')}
      back={`/legislation/${proposal.number}`}
      {...told}
    >
      <About choices={choices} places={Math.min(12, proposal.standards.length + 2)} />
    </ConfirmationPage>
  )
}
