import { ConfirmationPage } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import { DateField, FileField, HiddenField, SelectField, TextArea, TextField, usePage } from '#ui/index.ts'
import { hasEnded, needs } from '../legislation.ts'
import { recordWords } from '../legislation-words.ts'
import type { Choices, ProposalView } from '../queries/legislation.ts'
import type { ProposalStepKind } from '../schema/proposals.ts'
import type { Told } from './proposal-forms.tsx'

type StepProps = Told & {
  proposal: ProposalView
  kind: Exclude<ProposalStepKind, 'prepared'>
  choices: Choices
}

const Where = ({ kind, choices }: Pick<StepProps, 'kind' | 'choices'>) => {
  const { i18n, t } = usePage()
  const wanted = needs[kind]
  return (
    <>
      {wanted.includes('item') && (
        <SelectField
          name="itemId"
          label={t('councils.legislation.item')}
          hint={t('councils.legislation.itemHint')}
          required
          empty={t('councils.legislation.itemChoose')}
          options={choices.items.map(({ id, title, council, day }) => ({
            value: id,
            label: `${i18n.date(day, 'short')} · ${i18n.text(council).value} · ${i18n.text(title).value}`,
          }))}
        />
      )}
      {(wanted.includes('letter') || kind === 'answered') && (
        <SelectField
          name="communicationId"
          label={t('councils.legislation.letter')}
          required={wanted.includes('letter')}
          empty={t('councils.legislation.letterChoose')}
          options={choices.letters.map(({ id, number, title }) => ({
            value: id,
            label: `${number} · ${title}`,
          }))}
        />
      )}
      {wanted.includes('number') && (
        <TextField
          name="reference"
          label={t('councils.legislation.reference')}
          maxlength={120}
          width="short"
          required
        />
      )}
    </>
  )
}

/** Exactly what one step needs. */
export const ProposalStepPage = ({ proposal, kind, choices, ...told }: StepProps) => {
  const { t } = usePage()
  const wanted = needs[kind]
  const final = hasEnded(kind === 'law' || kind === 'declined' || kind === 'lapsed' ? kind : proposal.stage)
  return (
    <ConfirmationPage
      title={t(recordWords[kind])}
      lead={final ? t('councils.legislation.finalLead') : t('councils.legislation.stepLead')}
      crumbs={[
        { label: t('councils.legislation.title'), path: '/legislation' },
        { label: proposal.title, path: `/legislation/${proposal.number}` },
      ]}
      action={`/legislation/${proposal.number}/steps`}
      confirm={t('councils.legislation.write')}
      back={`/legislation/${proposal.number}`}
      files
      {...told}
    >
      <HiddenField name="kind" value={kind} />
      <DateField name="onDay" label={t('councils.legislation.onDay')} required />
      <Where kind={kind} choices={choices} />
      {wanted.includes('document') && (
        <>
          <FileField
            name="document"
            label={t('councils.legislation.document')}
            hint={t('councils.legislation.documentHint')}
            accept={acceptedEndings}
          />
          <TextField name="url" label={t('councils.legislation.url')} type="url" maxlength={500} />
        </>
      )}
      <TextArea
        name="text"
        label={t(wanted.includes('reasons') ? 'councils.legislation.reasons' : 'councils.legislation.remark')}
        rows={5}
        required={wanted.includes('reasons')}
      />
    </ConfirmationPage>
  )
}
