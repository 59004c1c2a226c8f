import type { I18n } from '#platform/i18n/index.ts'
import { type CsvColumn, csvColumns } from '../csv-columns.ts'

/** A first row to write over: made up, in the words of the reader, and such that the import would take it. */
export function templateLines({ t, locale }: Pick<I18n, 't' | 'locale'>): string[][] {
  const example: Partial<Record<CsvColumn, string>> = {
    [`name:${locale}`]: t('network.import.example.name'),
    kind: 'association',
    form: 'collective',
    country: locale === 'pl' ? 'PL' : 'UA',
    region: locale === 'pl' ? 'PL-06' : 'UA-46',
    town: t('network.import.example.town'),
    level: 'regional',
    communities: 'roma',
    languages: 'rom;uk',
    fields: 'education;culture',
    since: '2024-05-31',
    website: 'https://example.org',
    email: 'office@example.org',
  }
  return [csvColumns().map(column => example[column] ?? '')]
}
