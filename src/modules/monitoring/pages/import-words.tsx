import type { Child } from 'hono/jsx'
import { Badge, CellSelect, type FormValues, Table, usePage } from '#ui/index.ts'
import { termLabel, type Vocabulary } from '../coding/vocabulary.ts'
import { nothing } from '../forms/import-values.ts'
import type { FileWord } from '../import/file-words.ts'
import { type CodedField, codedFields, type IncidentMap } from '../import/incident-map.ts'

type Option = { value: string; label: string }
export type Shared = { vocabulary: Vocabulary; map: IncidentMap; values: FormValues }
type CodesProps = {
  prefix: string
  places: number
  label: string
  options: readonly Option[]
  field: CodedField
  vocabulary: Vocabulary
  /** What the empty choice says where nothing has to be decided. */
  empty?: string
}

/** Chosen where a word deliberately stands for nothing. */
export const useNothing = (): Option => {
  const { t } = usePage()
  return { value: nothing, label: t('monitoring.import.map.meansNothing') }
}

/** Which codes a word stands for, one below the other. */
export const Codes = ({ prefix, places, label, options, field, vocabulary, empty }: CodesProps) => {
  const { i18n, t } = usePage()
  const none = useNothing()
  return (
    <>
      {Array.from({ length: places }, (_, n) => (
        <CellSelect
          name={`${prefix}${n}`}
          label={n === 0 ? label : t('monitoring.import.map.alsoOf', { of: label })}
          empty={n === 0 ? (empty ?? t('monitoring.import.map.undecided')) : t('monitoring.import.map.also')}
          options={n === 0 && empty === undefined ? [none, ...options] : options}
          labelOf={code => termLabel(vocabulary, codedFields[field], code, i18n)}
        />
      ))}
    </>
  )
}

const isUndecided = (values: FormValues, prefix: string) => (values[`${prefix}0`] ?? '') === ''

type WordsProps = {
  caption: string
  words: readonly FileWord[]
  prefix: (n: number) => string
  values: FormValues
  choose: (word: FileWord, n: number) => Child
}

/** Words of a column and what they mean; those that nobody has decided on come first, and are marked. */
export const Words = ({ caption, words, prefix, values, choose }: WordsProps) => {
  const { i18n, t } = usePage()
  const open = (n: number) => isUndecided(values, prefix(n))
  const rows = words
    .map((word, n) => ({ ...word, n }))
    .sort((a, b) => Number(open(b.n)) - Number(open(a.n)) || a.n - b.n)
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        {
          label: t('monitoring.import.page.word'),
          heading: true,
          cell: ({ word, n }) => (
            <>
              <bdi>{word}</bdi> {open(n) && <Badge tone="warn">{t('monitoring.import.map.open')}</Badge>}
            </>
          ),
        },
        { label: t('monitoring.import.page.rows'), numeric: true, cell: ({ rows: n }) => i18n.number(n) },
        { label: t('monitoring.import.map.code'), cell: row => choose(row, row.n) },
      ]}
      rows={rows}
    />
  )
}
