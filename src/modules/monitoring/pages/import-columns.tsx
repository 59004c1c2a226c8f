import type { OpenedFile } from '#modules/network/index.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { listCountries } from '#platform/places/index.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CellSelect,
  Checkbox,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  Section,
  SelectField,
  Table,
  usePage,
} from '#ui/index.ts'
import { type DelimiterName, delimiterNames, placesOf } from '../forms/import-columns.ts'
import { codedMeanings, type Meaning, plainMeanings } from '../import/column-meanings.ts'
import { samplesOf } from '../import/file-words.ts'
import { type IncidentMap, sourceKinds } from '../import/incident-map.ts'
import { shippedLists } from '../vocabulary/shipped.ts'
import { DiscardDraft, ImportSteps } from './import-steps.tsx'

const meaningWords: Record<(typeof plainMeanings)[number], MessageKey> = {
  date: 'monitoring.import.map.date',
  until: 'monitoring.import.map.until',
  region: 'monitoring.import.map.region',
  town: 'monitoring.import.map.town',
  latitude: 'monitoring.import.map.latitude',
  longitude: 'monitoring.import.map.longitude',
  text: 'monitoring.import.map.text',
  source: 'monitoring.import.map.source',
}

/** What the fields are called that codes stand in. */
export const codedWords = {
  layer: 'monitoring.coding.layer',
  types: 'monitoring.coding.types',
  biases: 'monitoring.coding.biases',
  targets: 'monitoring.coding.targets',
  targetGroups: 'monitoring.coding.targetGroups',
  perpetrators: 'monitoring.coding.perpetrators',
  location: 'monitoring.coding.location',
  severity: 'monitoring.coding.severity',
  biasIndicators: 'monitoring.coding.biasIndicators',
} as const satisfies Record<(typeof codedMeanings)[number], MessageKey>

const delimiterWords: Record<DelimiterName, MessageKey> = {
  comma: 'monitoring.import.map.comma',
  semicolon: 'monitoring.import.map.semicolon',
  tab: 'monitoring.import.map.tab',
  bar: 'monitoring.import.map.bar',
}

const useMeanings = () => {
  const { t } = usePage()
  const option = (words: Readonly<Record<string, MessageKey>>) => (value: Meaning) => ({
    value,
    label: t(words[value]!),
  })
  return [
    { label: t('monitoring.import.map.plain'), options: plainMeanings.map(option(meaningWords)) },
    { label: t('monitoring.import.map.coded'), options: codedMeanings.map(option(codedWords)) },
  ]
}

const Samples = ({ samples }: { samples: readonly string[] }) => {
  const { t } = usePage()
  if (samples.length === 0) return <span class="muted">{t('monitoring.import.map.noSamples')}</span>
  return (
    <ul class="plain-list">
      {samples.map(sample => (
        <li>
          <bdi>{sample}</bdi>
        </li>
      ))}
    </ul>
  )
}

const Columns = ({ file, map }: { file: OpenedFile; map: IncidentMap }) => {
  const { t } = usePage()
  const options = useMeanings()
  return (
    <Table
      caption={t('monitoring.import.step.columns')}
      captionHidden
      columns={[
        {
          label: t('monitoring.import.page.column'),
          heading: true,
          cell: ({ column }) => <bdi>{column}</bdi>,
        },
        {
          label: t('monitoring.import.map.samples'),
          cell: ({ column }) => <Samples samples={samplesOf(file, column)} />,
        },
        {
          label: t('monitoring.import.map.meaning'),
          cell: ({ column, index }) =>
            Array.from({ length: placesOf(column, map) }, (_, n) => (
              <CellSelect
                name={`column-${index}-${n}`}
                label={t('monitoring.import.map.meaningOf', { column })}
                empty={t('monitoring.import.map.other')}
                options={options}
              />
            )),
        },
      ]}
      rows={file.header.map((column, index) => ({ column, index }))}
    />
  )
}

const encodings = ['utf-8', 'utf-16le', 'windows-1251', 'windows-1250'] as const

const WholeFile = () => {
  const { i18n, t } = usePage()
  const kinds = shippedLists.find(({ list }) => list === 'source_kinds')!.terms
  const kind = (value: string) => ({
    value,
    label: kinds.find(({ code }) => code === value)!.label[i18n.locale],
  })
  const delimiters = Object.keys(delimiterNames) as DelimiterName[]
  return (
    <Section title={t('monitoring.import.map.wholeFile')}>
      <SelectField
        name="country"
        label={t('monitoring.import.map.country')}
        hint={t('monitoring.import.map.countryHint')}
        required
        options={listCountries(i18n)}
      />
      <SelectField
        name="kind"
        required
        label={t('monitoring.import.map.kind')}
        empty={null}
        options={sourceKinds.map(kind)}
      />
      <Checkbox
        name="monthFirst"
        label={t('monitoring.import.map.monthFirst')}
        hint={t('monitoring.import.map.monthFirstHint')}
      />
      <SelectField
        name="encoding"
        required
        label={t('monitoring.import.map.encoding')}
        hint={t('monitoring.import.map.encodingHint')}
        empty={null}
        options={encodings.map(value => ({ value, label: value.toUpperCase() }))}
      />
      <SelectField
        name="delimiter"
        required
        label={t('monitoring.import.map.delimiter')}
        empty={null}
        options={delimiters.map(value => ({ value, label: t(delimiterWords[value]) }))}
      />
    </Section>
  )
}

type Props = {
  name: string
  file: OpenedFile
  map: IncidentMap
  values: FormValues
  problems?: readonly Problem[]
  cutAnew?: boolean
}

/** What each column of a chronicle means: proposed, with three things that stand in it, for a person to put right. */
export const ImportColumnsPage = ({ name, file, map, values, problems = [], cutAnew }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout
      title={t('monitoring.import.step.columns')}
      crumbs={[{ label: t('monitoring.import.page.title'), path: '/incidents/import' }]}
      invalid={problems.length > 0}
    >
      <PageHeading
        title={t('monitoring.import.step.columns')}
        kicker={<bdi>{name}</bdi>}
        lead={t('monitoring.import.map.lead', { rows: file.table.rows.length })}
      />
      <ImportSteps current="columns" />
      {cutAnew && <Alert kind="info">{t('monitoring.import.map.cutAnew')}</Alert>}
      <Form action={link('/incidents/import/draft')} values={values} problems={problems}>
        <Columns file={file} map={map} />
        <WholeFile />
        <Actions>
          <Button look="primary">{t('monitoring.import.map.next')}</Button>
          <ButtonLink href={link('/incidents/import/draft/mapping.json')} icon="download" download>
            {t('monitoring.import.map.download')}
          </ButtonLink>
        </Actions>
      </Form>
      <DiscardDraft />
    </Layout>
  )
}
