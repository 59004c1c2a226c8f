import {
  Actions,
  Badge,
  Button,
  ConfirmButton,
  EmptyState,
  Form,
  type FormValues,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  Table,
  Text,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { currentTerms, type Term, termOptions } from '../coding/vocabulary.ts'
import type { FoundVocabulary } from '../queries/vocabulary.ts'
import { listWord } from '../vocabulary/list-words.ts'
import { shownCode } from '../vocabulary/shown-code.ts'

export type VocabularyProps = {
  vocabulary: FoundVocabulary
  layers: readonly Term[]
  /** The reader may add and end words of the coalition. */
  keeps: boolean
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Ending = ({ list, term }: { list: string; term: Term }) => {
  const { link, t } = usePage()
  if (!term.own || term.validUntil !== null) return null
  return (
    <ConfirmButton
      action={link(`/vocabularies/${list}/terms/${term.code}/end`)}
      label={t('monitoring.vocabulary.end')}
      confirm={t('monitoring.vocabulary.endConfirm')}
      look="quiet"
      small
    >
      <p>{t('monitoring.vocabulary.endLead')}</p>
    </ConfirmButton>
  )
}

const Terms = ({ vocabulary, keeps }: VocabularyProps) => {
  const { t } = usePage()
  const { list, terms } = vocabulary
  return (
    <Table<Term>
      caption={t('monitoring.vocabulary.terms')}
      captionHidden
      columns={[
        {
          label: t('monitoring.vocabulary.code'),
          heading: true,
          cell: ({ code, parent }) => (
            <>
              <code>{shownCode(code)}</code>
              {parent !== null && (
                <>
                  {' '}
                  <small>{t('monitoring.vocabulary.under', { code: shownCode(parent) })}</small>
                </>
              )}
            </>
          ),
        },
        {
          label: t('monitoring.vocabulary.term'),
          cell: ({ label, own, validUntil }) => (
            <>
              <Text value={label} /> {own && <Badge tone="accent">{t('monitoring.vocabulary.own')}</Badge>}{' '}
              {validUntil !== null && (
                <Badge tone="warn">
                  {t('monitoring.vocabulary.endsOn')} <Time at={validUntil} style="short" />
                </Badge>
              )}
            </>
          ),
        },
        {
          label: t('monitoring.vocabulary.definition'),
          cell: ({ definition }) => <Text value={definition} />,
        },
        ...(keeps && terms.some(({ own }) => own)
          ? [
              {
                label: t('monitoring.vocabulary.change'),
                cell: (term: Term) => <Ending list={list} term={term} />,
              },
            ]
          : []),
      ]}
      rows={terms}
      empty={
        <EmptyState title={t('monitoring.vocabulary.none')}>
          <p>{t('monitoring.vocabulary.noneHint')}</p>
        </EmptyState>
      }
    />
  )
}

const NewTerm = ({ vocabulary, layers, values, problems }: VocabularyProps) => {
  const { i18n, link, t } = usePage()
  const { list, terms } = vocabulary
  const words = new Map([
    [list, terms],
    ['layers', layers],
  ])
  return (
    <Section title={t('monitoring.vocabulary.add')} lead={t('monitoring.vocabulary.addLead')} id="add">
      <Form action={link(`/vocabularies/${list}/terms`)} values={values} problems={problems}>
        <TextField
          name="code"
          label={t('monitoring.vocabulary.code')}
          hint={t('monitoring.vocabulary.codeHint')}
          width="short"
          maxlength={28}
          spellcheck={false}
          required
        />
        <LocalisedField name="label" label={t('monitoring.vocabulary.term')} maxlength={120} required />
        <LocalisedField
          name="definition"
          label={t('monitoring.vocabulary.definition')}
          maxlength={500}
          multiline
          rows={2}
          required
        />
        {list === 'types' && (
          <SelectField
            name="layer"
            label={t('monitoring.coding.layer')}
            options={termOptions(words, 'layers', i18n)}
            required
          />
        )}
        {currentTerms(words, list).length > 0 && (
          <SelectField
            name="parent"
            label={t('monitoring.vocabulary.parent')}
            options={termOptions(words, list, i18n)}
          />
        )}
        <Actions>
          <Button look="primary">{t('monitoring.vocabulary.addTerm')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** One vocabulary: its codes with their words, ended ones too. */
export const VocabularyPage = (props: VocabularyProps) => {
  const { vocabulary, keeps, problems = [], refusal } = props
  const { t } = usePage()
  const word = listWord(vocabulary.list)
  const title = word ? t(word) : vocabulary.list
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('monitoring.vocabulary.title'), path: '/vocabularies' }]}
      invalid={problems.length > 0 || refusal !== undefined}
      indexed
    >
      <PageHeading title={title} lead={t('monitoring.vocabulary.from', { source: vocabulary.source })} />
      <Refused refusal={refusal} />
      <Terms {...props} />
      {keeps && vocabulary.extendable && <NewTerm {...props} />}
    </Layout>
  )
}
