import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import { Section, Table, usePage } from '#ui/index.ts'
import { type CsvColumn, csvColumns, nameLanguageOf } from '../csv-columns.ts'
import { isScheme, type Scheme, schemeWords } from '../identifiers.ts'

type Other = Exclude<CsvColumn, `name:${string}` | Scheme>

const columnWords = {
  id: 'network.import.column.id',
  kind: 'network.directory.facet.kind',
  form: 'network.import.column.form',
  country: 'network.directory.facet.country',
  region: 'network.directory.facet.region',
  town: 'network.organisation.town',
  level: 'network.directory.facet.level',
  communities: 'network.organisation.communities',
  languages: 'network.organisation.languages',
  fields: 'network.organisation.fields',
  since: 'network.import.column.since',
  until: 'network.import.column.until',
  website: 'network.contact.website',
  email: 'network.contact.email',
  basis: 'network.organisation.basis',
  recognised_by: 'network.import.column.recognisedBy',
} as const satisfies Record<Other, MessageKey>

const columnHints = {
  id: 'network.import.hint.id',
  kind: 'network.import.hint.words',
  form: 'network.import.hint.form',
  country: 'network.import.hint.country',
  region: 'network.import.hint.region',
  town: 'network.import.hint.town',
  level: 'network.import.hint.words',
  communities: 'network.import.hint.several',
  languages: 'network.import.hint.several',
  fields: 'network.import.hint.several',
  since: 'network.import.hint.since',
  until: 'network.import.hint.until',
  website: 'network.import.hint.website',
  email: 'network.import.hint.email',
  basis: 'network.import.hint.basis',
  recognised_by: 'network.import.hint.recognisedBy',
} as const satisfies Record<Other, MessageKey>

const isOther = (column: CsvColumn): column is Other => column in columnWords

/** What a column of the list is called. */
export function columnLabel(column: CsvColumn, i18n: I18n): string {
  const tag = nameLanguageOf(column)
  if (tag !== undefined) return i18n.t('network.import.column.name', { language: i18n.language(tag) })
  if (isScheme(column)) return i18n.t(schemeWords[column])
  return isOther(column) ? i18n.t(columnWords[column]) : column
}

function columnHint(column: CsvColumn, i18n: I18n): string {
  if (nameLanguageOf(column) !== undefined) return i18n.t('network.import.hint.name')
  if (isScheme(column)) return i18n.t('network.import.hint.number')
  return isOther(column) ? i18n.t(columnHints[column]) : ''
}

/** What may stand in a list, column by column. */
export const ImportColumns = () => {
  const { i18n, t } = usePage()
  return (
    <Section title={t('network.import.columns')} id="columns" lead={t('network.import.columnsLead')}>
      <Table
        caption={t('network.import.columns')}
        captionHidden
        columns={[
          {
            label: t('network.import.columnMeaning'),
            heading: true,
            cell: column => columnLabel(column, i18n),
          },
          { label: t('network.import.columnHeading'), cell: column => <code>{column}</code> },
          { label: t('network.import.columnContent'), cell: column => columnHint(column, i18n) },
        ]}
        rows={csvColumns()}
      />
    </Section>
  )
}
