import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'

/** One thing wrong with one cell. `row` counts as a spreadsheet does, `column` is the file's own heading ('' is the row as a whole). */
export type RowProblem = { row: number; column: string; message: MessageKey; values?: MessageValues }

/** What an import did, or would do. Rows with problems are in `rejected`, and then nothing was written. */
export type ImportSummary = {
  rows: number
  /** New memberships. */
  imported: number
  /** Rows that changed an organisation, an individual or the contacts of one. */
  updated: number
  /** Rows that say what the records say already. */
  unchanged: number
  /** Rows that repeat another row of the same file. */
  duplicates: number
  /** Rows whose changes wait for the organisation's own people. */
  proposed: number
  rejected: number
}
