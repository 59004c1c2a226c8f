import type { MessageKey } from '#platform/i18n/index.ts'
import type { ReadProblem } from './read-incidents.ts'

/** What is said of each problem of a row, with its value and column. */
export const problemWords: Record<ReadProblem['problem'], MessageKey> = {
  date_unread: 'monitoring.import.dateUnread',
  town_ambiguous: 'monitoring.import.townAmbiguous',
  value_unmapped: 'monitoring.import.valueUnmapped',
  code_unknown: 'monitoring.import.codeUnknown',
  column_missing: 'monitoring.import.columnMissing',
  row_empty: 'monitoring.import.rowEmpty',
  row_total: 'monitoring.import.rowTotal',
}
