import { schemes } from './identifiers.ts'

/**
 * The columns of members in CSV: what the export writes, in this order, and what the import reads. One row is one
 * membership. A list is written with `;` between its codes; a day as `2011-06-21`; a missing value as nothing.
 *
 * `id` is the organisation's (of an individual representative: the membership's) and wins over the identifiers when a
 * row is imported again. `form` is `collective`, `individual` or `agreement`; of an individual representative `kind`,
 * `level` and the identifiers are empty. Contacts are the public ones.
 */
const beforeNames = ['id', ...schemes] as const
const afterNames = [
  'kind',
  'form',
  'country',
  'region',
  'town',
  'level',
  'communities',
  'languages',
  'fields',
  'since',
  'until',
  'website',
  'email',
  'basis',
  'recognised_by',
] as const

/** A name in one language, `name:uk`. These three are always written; further languages follow them when somebody has one. */
export const nameLanguages = ['uk', 'pl', 'en'] as const

export type NameColumn = `name:${string}`
export type CsvColumn = (typeof beforeNames)[number] | NameColumn | (typeof afterNames)[number]

export const listSeparator = ';'

/** All columns in their order, with the languages beyond the usual three in which somebody has a name. */
export const csvColumns = (furtherLanguages: readonly string[] = []): CsvColumn[] => [
  ...beforeNames,
  ...nameLanguages.map((tag): NameColumn => `name:${tag}`),
  ...furtherLanguages
    .filter(tag => !nameLanguages.some(usual => usual === tag))
    .map((tag): NameColumn => `name:${tag}`),
  ...afterNames,
]

/** The BCP 47 tag of a name column, or undefined for any other column. */
export const nameLanguageOf = (column: string): string | undefined =>
  /^name:([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)$/.exec(column)?.[1]

/** Whether the import knows a column of this name. */
export const isCsvColumn = (column: string): column is CsvColumn =>
  nameLanguageOf(column) !== undefined || csvColumns().some(known => known === column)
