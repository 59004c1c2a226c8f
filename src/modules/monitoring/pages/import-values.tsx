import type { OpenedFile } from '#modules/network/index.ts'
import { regionCodes } from '#platform/places/index.ts'
import {
  Actions,
  Alert,
  Button,
  CellSelect,
  CheckboxGroup,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  Section,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termOptions } from '../coding/vocabulary.ts'
import { placesFor, separatorNames, wordPlaces } from '../forms/import-values.ts'
import { codedMeanings } from '../import/column-meanings.ts'
import { regionWords, codedWords as wordsIn } from '../import/file-words.ts'
import { type CodedField, codedFields, type IncidentMap } from '../import/incident-map.ts'
import { codedWords } from './import-columns.tsx'
import { DiscardDraft, ImportSteps } from './import-steps.tsx'
import { Codes, type Shared, useNothing, Words } from './import-words.tsx'

const Regions = ({ file, map, values }: { file: OpenedFile; map: IncidentMap; values: FormValues }) => {
  const { i18n, t } = usePage()
  const none = useNothing()
  const words = regionWords(file, map)
  if (words.length === 0) return null
  const options = regionCodes(map.country)
    .map(value => ({ value, label: i18n.region(value) }))
    .sort((a, b) => i18n.compare(a.label, b.label))
  return (
    <Section title={t('monitoring.import.map.region')} lead={t('monitoring.import.map.regionsLead')}>
      <Words
        caption={t('monitoring.import.map.region')}
        words={words}
        prefix={n => `region-${n}-`}
        values={values}
        choose={({ word }, n) => (
          <CellSelect
            name={`region-${n}-0`}
            label={t('monitoring.import.map.meaningOf', { column: word })}
            empty={t('monitoring.import.map.undecided')}
            options={[none, ...options]}
          />
        )}
      />
    </Section>
  )
}

const Split = ({ field }: { field: CodedField }) => {
  const { t } = usePage()
  const shown = (name: string, sign: string) =>
    sign === '\n'
      ? t('monitoring.import.map.newLine')
      : name === 'spaced'
        ? t('monitoring.import.map.spacedSlash')
        : sign.trim()
  return (
    <details class="folded-field">
      <summary>{t('monitoring.import.map.split')}</summary>
      <CheckboxGroup
        name={`${field}-split`}
        label={t('monitoring.import.map.split')}
        hint={t('monitoring.import.map.splitHint')}
        columns
        options={Object.entries(separatorNames).map(([value, sign]) => ({
          value,
          label: shown(value, sign),
        }))}
      />
    </details>
  )
}

type FieldProps = Shared & { file: OpenedFile; field: CodedField }

const Column = ({ file, field, map, vocabulary, values }: FieldProps) => {
  const { i18n, t } = usePage()
  const coded = map.codes[field]!
  const words = wordsIn(file, coded)
  const options = termOptions(vocabulary, codedFields[field], i18n)
  const known = new Map(Object.entries(coded.values ?? {}).map(([value, of]) => [value.toLowerCase(), of]))
  return (
    <Section
      title={t(codedWords[field])}
      lead={t('monitoring.import.map.wordsOf', { column: coded.column!, count: words.length })}
    >
      <Words
        caption={t(codedWords[field])}
        words={words}
        prefix={n => `${field}-v-${n}-`}
        values={values}
        choose={({ word }, n) => (
          <Codes
            prefix={`${field}-v-${n}-`}
            places={placesFor(field, known.get(word.toLowerCase()))}
            label={t('monitoring.import.map.meaningOf', { column: word })}
            options={options}
            field={field}
            vocabulary={vocabulary}
          />
        )}
      />
      <Split field={field} />
    </Section>
  )
}

const Pieces = ({ field, map, vocabulary }: Shared & { field: CodedField }) => {
  const { i18n, t } = usePage()
  const coded = map.codes[field]
  const places = wordPlaces(field, coded)
  if (places === 0 || !map.text) return null
  const known = Object.values(coded?.words ?? {})
  const options = termOptions(vocabulary, codedFields[field], i18n)
  return (
    <Section
      title={t('monitoring.import.map.pieces', { field: t(codedWords[field]) })}
      lead={t('monitoring.import.map.piecesLead')}
    >
      {Array.from({ length: places }, (_, n) => (
        <div class="field-row field-row-end">
          <TextField
            name={`${field}-word-${n}`}
            label={t('monitoring.import.map.piece', { number: n + 1 })}
            maxlength={100}
          />
          <Codes
            prefix={`${field}-w-${n}-`}
            places={Math.max(1, [known[n] ?? []].flat().length)}
            label={t('monitoring.import.map.pieceMeans', { number: n + 1 })}
            empty={t('ui.form.choose')}
            options={options}
            field={field}
            vocabulary={vocabulary}
          />
        </div>
      ))}
    </Section>
  )
}

const EveryRow = ({ map, vocabulary }: Pick<Shared, 'map' | 'vocabulary'>) => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('monitoring.import.map.everyRow')} lead={t('monitoring.import.map.everyRowLead')}>
      <Table
        caption={t('monitoring.import.map.everyRow')}
        captionHidden
        columns={[
          { label: t('monitoring.coding.field'), heading: true, cell: field => t(codedWords[field]) },
          {
            label: t('monitoring.import.map.code'),
            cell: field => (
              <Codes
                prefix={`${field}-same-`}
                places={Math.max(1, [map.codes[field]?.same ?? []].flat().length)}
                label={t('monitoring.import.map.everyRowOf', { field: t(codedWords[field]) })}
                empty={t('monitoring.import.map.noSamples')}
                options={termOptions(vocabulary, codedFields[field], i18n)}
                field={field}
                vocabulary={vocabulary}
              />
            ),
          },
        ]}
        rows={codedMeanings}
      />
    </Section>
  )
}

type Props = Shared & { name: string; file: OpenedFile; cutAnew: boolean }

/** What the words of a chronicle mean in the vocabularies, and what holds for rows that say nothing. */
export const ImportValuesPage = ({ name, file, cutAnew, ...shared }: Props) => {
  const { link, t } = usePage()
  const columns = codedMeanings.filter(field => shared.map.codes[field]?.column !== undefined)
  return (
    <Layout
      title={t('monitoring.import.step.values')}
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
    >
      <PageHeading
        title={t('monitoring.import.step.values')}
        kicker={<bdi>{name}</bdi>}
        lead={t('monitoring.import.map.valuesLead')}
      />
      <ImportSteps current="values" />
      {cutAnew && <Alert kind="info">{t('monitoring.import.map.splitAnew')}</Alert>}
      <Form action={link('/incidents/import/draft/values')} values={shared.values}>
        <Regions file={file} {...shared} />
        {columns.map(field => (
          <Column file={file} field={field} {...shared} />
        ))}
        {codedMeanings.map(field => (
          <Pieces field={field} {...shared} />
        ))}
        <EveryRow {...shared} />
        <Actions>
          <Button look="primary">{t('monitoring.import.map.try')}</Button>
        </Actions>
      </Form>
      <DiscardDraft />
    </Layout>
  )
}
