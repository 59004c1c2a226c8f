import { listCountries } from '#platform/places/index.ts'
import {
  Actions,
  Button,
  ConfirmButton,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  Section,
  SelectField,
  usePage,
} from '#ui/index.ts'
import { type CsvColumn, csvColumns, nameLanguages } from '../csv-columns.ts'
import { mappingValues } from '../forms/import.ts'
import type { OpenedFile } from '../import/read-list.ts'
import type { ImportView } from '../queries/imports.ts'
import { languageTags } from '../vocabulary/languages.ts'
import { formWords } from '../words.ts'
import { columnLabel } from './import-columns.tsx'
import { ImportSteps } from './import-steps.tsx'

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** The first few different things that stand below a heading. */
function samplesOf({ table }: OpenedFile, index: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of table.rows) {
    const cell = cells[index]
    if (cell) samples.add(shorten(cell))
    if (samples.size === 3) break
  }
  return [...samples]
}

const useColumnOptions = () => {
  const { i18n, t } = usePage()
  const option = (column: CsvColumn) => ({ value: column, label: columnLabel(column, i18n) })
  const others = languageTags.filter(tag => !nameLanguages.some(usual => usual === tag))
  return [
    ...csvColumns().map(option),
    { label: t('network.import.otherNames'), options: others.map(tag => option(`name:${tag}`)) },
  ]
}

const ForAllRows = () => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('network.import.allRows')} lead={t('network.import.allRowsLead')}>
      <SelectField
        name="country"
        label={t('network.directory.facet.country')}
        empty={t('network.import.allRowsNone')}
        options={listCountries(i18n)}
      />
      <SelectField
        name="form"
        label={t('network.import.column.form')}
        empty={t('network.import.allRowsNone')}
        options={(['collective', 'individual', 'agreement'] as const).map(form => ({
          value: form,
          label: t(formWords[form]),
        }))}
      />
    </Section>
  )
}

type Props = { list: ImportView; file: OpenedFile; values?: FormValues; problems?: readonly Problem[] }

/** What each heading of the file means, with samples of what stands below it. */
export const ImportMappingPage = ({ list, file, values, problems = [] }: Props) => {
  const { link, t } = usePage()
  const options = useColumnOptions()
  return (
    <Layout
      title={t('network.import.mapping')}
      crumbs={[{ label: t('network.import.title'), path: '/import' }]}
      invalid={problems.length > 0}
    >
      <PageHeading
        title={t('network.import.mapping')}
        kicker={<bdi>{list.fileName}</bdi>}
        lead={t('network.import.mappingLead', { rows: file.table.rows.length })}
      />
      <ImportSteps current="mapping" id={list.id} />
      <Form
        action={link(`/import/${list.id}/mapping`)}
        values={values ?? mappingValues(file.header, file.mapping)}
        problems={problems}
      >
        {file.header.map((heading, index) => {
          const samples = samplesOf(file, index)
          return (
            <SelectField
              name={`column-${index}`}
              label={heading}
              hint={
                samples.length > 0
                  ? t('network.import.samples', { samples: samples.join(' · ') })
                  : t('network.import.noSamples')
              }
              empty={t('network.import.leaveOut')}
              options={options}
            />
          )
        })}
        <ForAllRows />
        <Actions>
          <Button look="primary">{t('network.import.checkNow')}</Button>
        </Actions>
      </Form>
      <ConfirmButton
        action={link(`/import/${list.id}/removal`)}
        label={t('network.import.discard')}
        confirm={t('network.import.discardNow')}
        look="danger"
      >
        <p>{t('network.import.discardLead')}</p>
      </ConfirmButton>
    </Layout>
  )
}
